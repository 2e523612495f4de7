using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot run</c>: all steps, from the source to gold and the check that the lake equals it.</summary>
internal sealed class RunCommand : IngotCommand
{
    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The pipeline's folder, as --pipeline.",
    };

    private readonly Option<bool> _plan = new("--plan") { Description = "Print what the run would do, and why; change nothing." };

    public RunCommand()
        : base("run", "Run all steps: replicate, adopt, transform, crawl, verify; the demo is seeded first.")
    {
        Arguments.Add(_pipeline);
        Options.Add(_plan);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot run", "the demo, with a private MySQL server"),
        new("ingot run --plan", "what would be done, and why"),
        new("ingot run --source mysql://me@db:3306/shop", "from a server of yours, with its password asked for"),
        new("ingot run pipelines/sales --lake /data/lake", "another lake"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", $"{invocation.Value(_pipeline)} {invocation.Value(_plan)}");
}
