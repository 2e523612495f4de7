using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.Definition.Checking;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot check</c>: every error of a definition at once.</summary>
internal sealed class CheckCommand : IngotCommand
{
    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The pipeline's folder, as --pipeline.",
    };

    public CheckCommand()
        : base("check", "Report every error of the pipeline's definition, by file and line, before a run.")
    {
        Arguments.Add(_pipeline);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot check", "the pipeline of the current folder, else the demo"),
        new("ingot check pipelines/sales --json", "for an editor or CI"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition(invocation.Value(_pipeline));
        var result = await CheckModelsAsync(invocation, definition, cancellationToken).ConfigureAwait(false);
        if (result.Errors.Count > 0)
        {
            throw new CommandFailedException(ExitCode.Usage, [.. result.Errors.Select(ErrorReport.Of)]);
        }

        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, CheckDocument.Of(definition, result));
        }
        else
        {
            CheckView.Write(invocation.Terminal.Console, definition, result, invocation.Verbose);
        }

        return ExitCode.Ok;
    }

    private static async Task<CheckResult> CheckModelsAsync(Invocation invocation, PipelineDefinition definition, CancellationToken cancellationToken)
    {
        var session = invocation.OpenSession(definition);
        await using (session.ConfigureAwait(false))
        {
            var bronze = await BronzeSchemas.LoadAsync(session, cancellationToken).ConfigureAwait(false);
            return PipelineChecker.Check(definition, bronze);
        }
    }
}
