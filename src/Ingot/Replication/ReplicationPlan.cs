using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>What a replication will do.</summary>
/// <param name="Tables">A plan a table, in the order of the definition.</param>
/// <param name="Server">The source's facts when the plan was made.</param>
public sealed record ReplicationPlan(IReadOnlyList<TableReplicationPlan> Tables, MySqlServerFacts Server)
{
    /// <summary>Whether no table is loaded.</summary>
    public bool IsEmpty => Tables.All(table => table.Action == TableAction.Skip);
}
