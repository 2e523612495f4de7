using System.CommandLine;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot run</c>: all steps, from the source to gold and the check that the lake equals it.</summary>
internal sealed class RunCommand : IngotCommand
{
    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The pipeline's folder, as --pipeline.",
    };

    private readonly Option<bool> _plan = new("--plan") { Description = "Print what the run would do, and why; change nothing in the lake." };

    private readonly SourceReadOptions _reading = new();

    public RunCommand()
        : base("run", "Run all steps: replicate, adopt, transform, crawl, verify; the demo is seeded first.")
    {
        Arguments.Add(_pipeline);
        Options.Add(_plan);
        _reading.AddTo(this);
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
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition(invocation.Value(_pipeline));
        var request = new RunRequest(Name, RunRequest.AllSteps) { Replication = _reading.Of(invocation, definition) };
        if (!invocation.Value(_plan))
        {
            return await PipelineRun.RunAsync(invocation, definition, request, cancellationToken).ConfigureAwait(false);
        }

        var session = invocation.OpenSession(definition);
        await using var disposal = session.ConfigureAwait(false);
        await Invocation.AskForPasswordAsync(session, cancellationToken).ConfigureAwait(false);
        var plan = await RunProgress.ShowAsync(invocation, observer => new Runner(session, observer).PlanAsync(request, cancellationToken)).ConfigureAwait(false);
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, PlanDocument.Of(plan));
        }
        else
        {
            PlanView.Write(invocation.Terminal.Console, plan, invocation.Verbose);
        }

        return ExitCode.Ok;
    }
}
