using Ingot.Lakes;
using Ingot.Runs.Journal;
using Ingot.Runs.Stages;

namespace Ingot.Runs;

/// <summary>Plans and runs the steps of a pipeline. Prints nothing: an observer hears what goes on, and the result says what became of it.</summary>
public sealed class Runner
{
    private static readonly IStage[] Stages = [new SeedStage(), new ReplicateStage(), new AdoptStage(), new TransformStage(), new CrawlStage(), new VerifyStage()];

    private readonly PipelineSession _session;
    private readonly IRunObserver _observer;

    /// <summary>Makes a runner.</summary>
    /// <param name="session">The pipeline; the caller disposes it.</param>
    /// <param name="observer">Hears what goes on.</param>
    public Runner(PipelineSession session, IRunObserver observer)
    {
        _session = session;
        _observer = observer;
    }

    /// <summary>Says what a run would do, and why. The lake is not written.</summary>
    /// <param name="request">What the command asks for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The plan; <see cref="RunAsync"/> walks it.</returns>
    /// <exception cref="PipelineException">The lake or the definition stands in the way.</exception>
    /// <exception cref="MySql.MySqlSourceException">The source cannot be read.</exception>
    public async Task<RunPlan> PlanAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = new PlanState
        {
            Request = request,
            Session = _session,
            Observer = _observer,
            Snapshots = (await _session.Tables.LoadAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(),
        };
        foreach (var stage in Stages.Where(stage => request.Steps.Contains(stage.Step)))
        {
            await stage.PlanAsync(state, cancellationToken).ConfigureAwait(false);
        }

        var definition = _session.Definition;
        return new RunPlan(request.Command, definition.Name, definition.Environment.Name, definition.Environment.Lake, state.Items) { Request = request, Replication = state.Replication };
    }

    /// <summary>Plans and runs under the lake's lock, and notes the run in the system tables, also when it fails or is cancelled.</summary>
    /// <param name="request">What the command asks for.</param>
    /// <param name="cancellationToken">Ends the run: what was committed stays, nothing is half done.</param>
    /// <returns>What the run did. Failures, cancellation too, are in the result.</returns>
    /// <exception cref="PipelineException">The lake is held by another process, or is none.</exception>
    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var held = LakeLock.Acquire(_session.Lake, $"ingot {request.Command}", _session.Time);
        var started = _session.Time.GetTimestamp();
        var begun = _session.Time.GetUtcNow();
        var definition = _session.Definition;
        var plan = new RunPlan(request.Command, definition.Name, definition.Environment.Name, definition.Environment.Lake, []) { Request = request };
        var state = new RunState { RunId = Guid.CreateVersion7(begun), Plan = plan, Session = _session, Observer = _observer };
        Exception? error = null;
        try
        {
            state = state.With(await PlanAsync(request, cancellationToken).ConfigureAwait(false));
            _observer.Planned(state.Plan);
            foreach (var stage in Stages.Where(stage => request.Steps.Contains(stage.Step)))
            {
                await stage.RunAsync(state, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (RunState.IsExpected(exception) || exception is OperationCanceledException)
        {
            error = exception;
            BlockRest(state, exception);
        }

        var result = new RunResult(state.RunId, state.Plan, StatusOf(state, error), begun, _session.Time.GetElapsedTime(started), state.Steps, state.Expectations)
        {
            Error = error,
            Verification = state.Verification,
        };

        // A cancelled run is noted too; its own token would forbid it.
        await new SystemTableWriter(_session.Tables, _session.Database).WriteAsync(result, CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private static RunStatus StatusOf(RunState state, Exception? error) => error switch
    {
        OperationCanceledException => RunStatus.Cancelled,
        not null => RunStatus.Failed,
        _ when state.Steps.Any(step => step.Status == StepStatus.Failed && !IsExpectation(step)) => RunStatus.Failed,
        _ when state.Steps.Any(step => step.Status == StepStatus.Failed) => RunStatus.ExpectationsFailed,
        _ => RunStatus.Succeeded,
    };

    private static bool IsExpectation(StepResult step) => step.ErrorCode is "INGOT2013" or VerifyStage.DifferenceCode;

    /// <summary>What was planned and has no result yet was not tried.</summary>
    private static void BlockRest(RunState state, Exception error)
    {
        var ended = state.Steps.Select(step => (step.Step, step.Target)).ToHashSet();
        var reason = error is OperationCanceledException ? "the run was cancelled" : "an earlier step failed";
        foreach (var item in state.Plan.Items.Where(item => !ended.Contains((item.Step, item.Target))))
        {
            state.End(state.Skipped(item) with { Status = StepStatus.Blocked, Reason = reason });
        }
    }
}
