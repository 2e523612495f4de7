namespace Ingot.Cli.Commands;

/// <summary><c>ingot doctor</c>: prerequisites and the settings of the source.</summary>
internal sealed class DoctorCommand : IngotCommand
{
    public DoctorCommand()
        : base("doctor", "Check this machine, and the settings of the source that matter.")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot doctor", "this machine and the private server"),
        new("ingot doctor --source mysql://me@db:3306/shop", "binlog, grants, time zone and TLS of a server"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", "");
}
