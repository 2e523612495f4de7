using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.Runs;

namespace Ingot.Cli;

/// <summary>Runs steps of a pipeline for a command and renders what became of them: the same for <c>run</c> and for each single step.</summary>
internal static class PipelineRun
{
    /// <summary>Runs steps and renders the result.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="definition">The pipeline.</param>
    /// <param name="request">The steps.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>How the process ends.</returns>
    public static async Task<ExitCode> RunAsync(Invocation invocation, PipelineDefinition definition, RunRequest request, CancellationToken cancellationToken)
    {
        var session = invocation.OpenSession(definition);
        await using var disposal = session.ConfigureAwait(false);
        var result = await LoadAsync(invocation, session, request, cancellationToken).ConfigureAwait(false);
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, RunDocument.Of(result, invocation.Verbose));
            return RunErrors.ExitCodeOf(result);
        }

        var isWhole = request.Steps.Count == RunRequest.AllSteps.Count && result.Status == RunStatus.Succeeded;
        var sales = isWhole ? await MonthlySales.LoadAsync(session, cancellationToken).ConfigureAwait(false) : [];
        RunView.Write(invocation.Terminal.Console, result, sales, invocation.Verbose);
        if (isWhole)
        {
            RunView.WriteNext(invocation.Terminal.Console, NextCommands.After(invocation, definition));
        }

        ErrorView.Write(invocation.Terminal, RunErrors.Of(result), invocation.Verbose);
        return RunErrors.ExitCodeOf(result);
    }

    /// <summary>Runs steps and shows how far they are.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="session">The pipeline.</param>
    /// <param name="request">The steps.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the run did.</returns>
    public static async Task<RunResult> LoadAsync(Invocation invocation, PipelineSession session, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Steps.Contains(StepKind.Replicate) || request.Steps.Contains(StepKind.Verify))
        {
            await Invocation.AskForPasswordAsync(session, cancellationToken).ConfigureAwait(false);
        }

        return await RunProgress.ShowAsync(invocation, observer => new Runner(session, observer).RunAsync(request, cancellationToken)).ConfigureAwait(false);
    }
}
