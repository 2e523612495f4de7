using System.Collections.Concurrent;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.MySql;
using Ingot.Quality;
using Ingot.Verification;

namespace Ingot.Runs.Stages;

/// <summary>A run while it goes on. Thread-safe.</summary>
internal sealed record RunState
{
    private readonly ConcurrentQueue<StepResult> _steps = new();

    public required Guid RunId { get; init; }

    public required RunPlan Plan { get; init; }

    public required PipelineSession Session { get; init; }

    public required IRunObserver Observer { get; init; }

    /// <summary>What became of each target, in the order in which they ended.</summary>
    public IReadOnlyList<StepResult> Steps => [.. _steps];

    public List<ExpectationResult> Expectations { get; } = [];

    /// <summary>What the comparison of lake and source found.</summary>
    public VerificationResult? Verification { get; set; }

    /// <summary>Tables that should have had a new version and have none: what reads them waits.</summary>
    public ConcurrentDictionary<TableName, string> Stale { get; } = new();

    /// <summary>The same run with its plan.</summary>
    public RunState With(RunPlan plan) => this with { Plan = plan };

    /// <summary>Notes a result and tells the observer.</summary>
    public void End(StepResult result)
    {
        _steps.Enqueue(result);
        Observer.Ended(result);
    }

    /// <summary>The result of a target that is up to date.</summary>
    public StepResult Skipped(PlannedItem item) => new(item.Step, item.Target, StepStatus.Skipped, Session.Time.GetUtcNow(), TimeSpan.Zero) { Reason = item.Reason };

    /// <summary>The result of a target that failed.</summary>
    public static StepResult Failed(StepResult step, TimeSpan duration, Exception exception) => step with
    {
        Status = StepStatus.Failed,
        Duration = duration,
        ErrorCode = CodeOf(exception),
        Error = exception.Message,
        NextStep = (exception as PipelineException)?.NextStep ?? (exception as MySqlSourceException)?.NextStep,
    };

    /// <summary>Whether an exception is one of ours: what failed is told to the user, not to us.</summary>
    public static bool IsExpected(Exception exception) => exception is PipelineException or DeltaException or MySqlSourceException;

    /// <summary>The stable code of one of our exceptions.</summary>
    public static string? CodeOf(Exception exception) => exception switch
    {
        PipelineException pipeline => pipeline.Code,
        DeltaException delta => delta.Code,
        MySqlSourceException mysql => mysql.Code,
        _ => null,
    };
}
