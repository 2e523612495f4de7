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
    private const long LargeValue = 16 * 1024 * 1024;

    /// <summary>Columns that do not land, with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOutColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>What the reader of a plan should know of a load of the table: that no snapshot covers it, and the columns that are left out, generated ones aside.</summary>
    public IReadOnlyList<string> Notes =>
        Schema.IsInSnapshots ? LeftOutNotes : [$"{Schema.Engine} is not in the snapshot: it is read under a lock, or with a checksum before and after", .. LeftOutNotes];

    /// <summary>Whether single values may have tens of megabytes: the types allow it, and the table is large enough to hold one.</summary>
    internal bool MayHaveLargeValues => Schema.EstimatedSizeInBytes >= LargeValue && Schema.Columns.Any(column => column.MaximumLengthInBytes > LargeValue || column.DataType is "json" || TypeMapping.TryFindRule(column)?.Form.StartsWith("geom", StringComparison.Ordinal) == true);

    internal IReadOnlyList<string> LeftOutNotes => [.. LeftOutColumns.Where(column => column.Value != SourceTable.Computed).Select(column => $"without {column.Key}: {column.Value}")];

    /// <summary>The server's estimate of the rows.</summary>
    public long EstimatedRows => Schema.EstimatedRows;

    /// <summary>The server's estimate of the data in bytes.</summary>
    public long EstimatedSizeInBytes => Schema.EstimatedSizeInBytes;
}
