using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot adopt</c>: landing files become commits of bronze.</summary>
internal sealed class AdoptCommand : IngotCommand
{
    public AdoptCommand()
        : base("adopt", "Commit new landing files to the bronze tables, each exactly once.")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot adopt", "after ingot replicate, or after DMS has written to landing"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        PipelineRun.RunAsync(invocation, invocation.LoadDefinition(), new RunRequest(Name, new HashSet<StepKind> { StepKind.Adopt }), cancellationToken);
}
