using System.CommandLine;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;

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
        : base("check", "Report every error of the pipeline's definition, by file and line. Needs no server and no lake.")
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
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition(invocation.Value(_pipeline));
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, CheckDocument.Of(definition));
        }
        else
        {
            CheckView.Write(invocation.Terminal.Console, definition);
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
