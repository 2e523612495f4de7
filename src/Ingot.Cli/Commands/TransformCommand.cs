using System.CommandLine;
using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot transform</c>: computes models whose inputs have changed.</summary>
internal sealed class TransformCommand : IngotCommand
{
    private readonly Argument<string[]> _models = new("MODEL")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The models, such as gold.fact_sales or fact_sales. Default: all whose inputs have changed.",
    };

    public TransformCommand()
        : base("transform", "Compute silver and gold models, check their expectations, and commit them.")
    {
        Arguments.Add(_models);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot transform", "all models whose inputs have changed"),
        new("ingot transform gold.sales_by_month", "one model, also when nothing has changed"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var request = new RunRequest(Name, new HashSet<StepKind> { StepKind.Transform }) { Models = invocation.Value(_models) ?? [] };
        return PipelineRun.RunAsync(invocation, invocation.LoadDefinition(), request, cancellationToken);
    }
}
