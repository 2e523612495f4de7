using Ingot.Definition;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>What a replication will do with one table, and why.</summary>
/// <param name="Table">The table of the definition.</param>
/// <param name="Action">Load or skip.</param>
/// <param name="Reason">Why, one sentence without a full stop.</param>
/// <param name="Schema">The table as the source has it, without the columns that are not read.</param>
public sealed record TableReplicationPlan(TableDefinition Table, TableAction Action, string Reason, TableSchema Schema)
{
    /// <summary>Columns that do not land, with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOutColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>What the reader of a plan should know of a load of the table: that no snapshot covers it, and the columns that are left out, generated ones aside.</summary>
    public IReadOnlyList<string> Notes =>
        Schema.IsInSnapshots ? LeftOutNotes : [$"{Schema.Engine} is not in the snapshot: it is read under a lock, or with a checksum before and after", .. LeftOutNotes];

    internal IReadOnlyList<string> LeftOutNotes => [.. LeftOutColumns.Where(column => column.Value != SourceTable.Computed).Select(column => $"without {column.Key}: {column.Value}")];

    /// <summary>The server's estimate of the rows.</summary>
    public long EstimatedRows => Schema.EstimatedRows;

    /// <summary>The server's estimate of the data in bytes.</summary>
    public long EstimatedSizeInBytes => Schema.EstimatedSizeInBytes;
}
