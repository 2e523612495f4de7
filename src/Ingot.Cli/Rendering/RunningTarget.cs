using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>A target of a step that is under way.</summary>
/// <param name="Step">The step.</param>
/// <param name="Target">The target.</param>
/// <param name="Started">The clock's timestamp at its start.</param>
internal sealed record RunningTarget(StepKind Step, string Target, long Started)
{
    /// <summary>How far it is.</summary>
    public StepProgress Progress { get; init; }
}
