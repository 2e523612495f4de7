using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot crawl</c>: the catalog of the lake.</summary>
internal sealed class CrawlCommand : IngotCommand
{
    public CrawlCommand()
        : base("crawl", "Refresh the catalog from the tables' Delta logs.")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot crawl", "then look: ingot tables"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        PipelineRun.RunAsync(invocation, invocation.LoadDefinition(), new RunRequest(Name, new HashSet<StepKind> { StepKind.Crawl }), cancellationToken);
}
