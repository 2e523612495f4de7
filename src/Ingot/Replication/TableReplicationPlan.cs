using Ingot.Definition;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>What a replication will do with one table, and why.</summary>
/// <param name="Table">The table of the definition.</param>
/// <param name="Action">Load or skip.</param>
/// <param name="Reason">Why, one sentence without a full stop.</param>
/// <param name="Schema">The table as the source has it.</param>
public sealed record TableReplicationPlan(TableDefinition Table, TableAction Action, string Reason, TableSchema Schema)
{
    /// <summary>The server's estimate of the rows.</summary>
    public long EstimatedRows => Schema.EstimatedRows;

    /// <summary>The server's estimate of the data in bytes.</summary>
    public long EstimatedSizeInBytes => Schema.EstimatedSizeInBytes;
}
