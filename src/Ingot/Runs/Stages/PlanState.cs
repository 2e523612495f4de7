using Ingot.Definition;
using Ingot.Delta;
using Ingot.Replication;

namespace Ingot.Runs.Stages;

/// <summary>A plan while it is being made. Not thread-safe.</summary>
internal sealed class PlanState
{
    public required RunRequest Request { get; init; }

    public required PipelineSession Session { get; init; }

    public required IRunObserver Observer { get; init; }

    /// <summary>The tables that the lake has before the run.</summary>
    public required IReadOnlyDictionary<TableName, Snapshot> Snapshots { get; init; }

    /// <summary>The lines so far.</summary>
    public List<PlannedItem> Items { get; } = [];

    /// <summary>The tables that will have a new version, each with the reason as the second half of a sentence.</summary>
    public Dictionary<TableName, string> Changing { get; } = [];

    /// <summary>The bronze names of the tables that will be loaded.</summary>
    public HashSet<string> Loading { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The replication's own plan, when the source could be asked.</summary>
    public ReplicationPlan? Replication { get; set; }

    public bool Has(StepKind step, PlannedAction action) => Items.Exists(item => item.Step == step && item.Action == action);
}
