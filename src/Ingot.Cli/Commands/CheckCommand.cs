using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Definition.Watching;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot check</c>: every error of a definition at once.</summary>
internal sealed class CheckCommand : IngotCommand
{
    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The pipeline's folder, as --pipeline.",
    };

    private readonly Option<bool> _watch = new("--watch") { Description = "Check again at each save, until Ctrl-C, which ends with 0. With --json one document a line." };

    public CheckCommand()
        : base("check", "Report every error of the pipeline's definition, by file and line, before a run.")
    {
        Arguments.Add(_pipeline);
        Options.Add(_watch);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot check", "the pipeline of the current folder, else the demo"),
        new("ingot check --watch", "while editing: every error, again at each save"),
        new("ingot check pipelines/sales --json", "for an editor or CI"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var folder = invocation.FindPipeline(invocation.Value(_pipeline));
        if (invocation.Value(_watch))
        {
            return await WatchAsync(invocation, folder, cancellationToken).ConfigureAwait(false);
        }

        var loaded = DefinitionLoader.Load(folder, invocation.EnvironmentOption, invocation.DefinitionOptions);
        var result = await CheckModelsAsync(invocation, loaded, cancellationToken).ConfigureAwait(false);
        if (loaded.Definition is not { } definition || result.Errors.Count > 0)
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

    private static async Task<CheckResult> CheckModelsAsync(Invocation invocation, DefinitionResult loaded, CancellationToken cancellationToken)
    {
        if (loaded.Partial is not { } definition)
        {
            return new CheckResult(loaded.Errors, [], new Dictionary<TableName, CheckedModel>());
        }

        var session = invocation.OpenSession(definition);
        await using (session.ConfigureAwait(false))
        {
            return await LakeCheck.RunAsync(loaded, session, cancellationToken).ConfigureAwait(false);
        }
    }

    // There is no other way to end it, so the signal is no cancellation.
    private static async Task<ExitCode> WatchAsync(Invocation invocation, string folder, CancellationToken cancellationToken)
    {
        var watch = new PipelineWatch(folder, invocation.EnvironmentOption, invocation.DefinitionOptions, invocation.SessionOptions);
        await using var disposal = watch.ConfigureAwait(false);
        try
        {
            while (true)
            {
                var check = await watch.CheckAsync(cancellationToken).ConfigureAwait(false);
                if (invocation.Json)
                {
                    JsonOutput.WriteLine(invocation.Terminal.Output, WatchDocument.Of(check, invocation.Environment.Time.GetUtcNow(), invocation.Verbose));
                }
                else
                {
                    WatchView.Write(invocation.Terminal, check, invocation.Environment.Time.GetLocalNow());
                }

                await watch.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
    }
}
