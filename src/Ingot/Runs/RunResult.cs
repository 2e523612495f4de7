using Ingot.Quality;
using Ingot.Verification;

namespace Ingot.Runs;

/// <summary>What a run did.</summary>
/// <param name="RunId">The run's id, a version 7 UUID; the same in the <c>system</c> tables.</param>
/// <param name="Plan">The plan that it walked.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Started">When it started, UTC.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Steps">What became of each target, in the order in which they ended.</param>
/// <param name="Expectations">The expectations that were counted.</param>
public sealed record RunResult(
    Guid RunId,
    RunPlan Plan,
    RunStatus Status,
    DateTimeOffset Started,
    TimeSpan Duration,
    IReadOnlyList<StepResult> Steps,
    IReadOnlyList<ExpectationResult> Expectations)
{
    /// <summary>The error that ended the run as a whole, or null; errors of single targets stand in <see cref="Steps"/>.</summary>
    public Exception? Error { get; init; }

    /// <summary>What the comparison of lake and source found; null when the run did not compare.</summary>
    public VerificationResult? Verification { get; init; }
}
