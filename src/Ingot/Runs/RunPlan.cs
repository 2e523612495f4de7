using Ingot.Replication;

namespace Ingot.Runs;

/// <summary>What a run will do, in order: the run walks exactly this list, and <c>ingot run --plan</c> prints it.</summary>
/// <param name="Command">The command, for example <c>run</c>.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Lake">The lake's location.</param>
/// <param name="Items">The lines, in the order of the steps.</param>
public sealed record RunPlan(string Command, string Pipeline, string Environment, string Lake, IReadOnlyList<PlannedItem> Items)
{
    /// <summary>What the command asked for.</summary>
    internal RunRequest Request { get; init; } = new(Command, RunRequest.AllSteps);

    /// <summary>The replication's own plan; null when the source is only filled during the run.</summary>
    internal ReplicationPlan? Replication { get; init; }

    /// <summary>The lines of one step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Its lines, in order; empty when the plan leaves the step out.</returns>
    public IEnumerable<PlannedItem> Of(StepKind step) => Items.Where(item => item.Step == step);
}
