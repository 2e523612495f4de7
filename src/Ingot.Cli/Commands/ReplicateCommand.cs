namespace Ingot.Cli.Commands;

/// <summary><c>ingot replicate</c>: the full load.</summary>
internal sealed class ReplicateCommand : IngotCommand
{
    public ReplicateCommand()
        : base("replicate", "Read the source's tables, in one consistent snapshot, into landing.")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot replicate", "tables that have not changed since the last load are left out"),
        new("ingot replicate --source mysql://me@db:3306/shop?tls=required", "over TLS"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", "");
}
