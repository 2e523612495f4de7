using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot replicate</c>: the full load.</summary>
internal sealed class ReplicateCommand : IngotCommand
{
    private readonly SourceReadOptions _reading = new();

    public ReplicateCommand()
        : base("replicate", "Read the source's tables, in one consistent snapshot, into landing.")
    {
        _reading.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot replicate", "tables that have not changed since the last load are left out"),
        new("ingot replicate --source mysql://me@db:3306/shop?tls=required", "over TLS"),
        new("ingot replicate --connections 1 --rows-per-second 50000", "with care for a busy server"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition();
        var request = new RunRequest(Name, new HashSet<StepKind> { StepKind.Replicate }) { Replication = _reading.Of(invocation, definition) };
        return PipelineRun.RunAsync(invocation, definition, request, cancellationToken);
    }
}
