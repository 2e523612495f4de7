namespace Ingot.SparkSql.Analysis;

/// <summary>A query whose names are resolved and whose expressions have the types that Spark gives them. Immutable.</summary>
public sealed class AnalyzedQuery
{
    internal AnalyzedQuery(Plan plan, IReadOnlyList<OutputColumn> columns, IReadOnlyList<TableUse> tables, TableUse? drivingTable)
    {
        Plan = plan;
        Columns = columns;
        Tables = tables;
        DrivingTable = drivingTable;
    }

    /// <summary>The columns that it gives, in order.</summary>
    public IReadOnlyList<OutputColumn> Columns { get; }

    /// <summary>The tables that it reads, each use, in the order of the text.</summary>
    public IReadOnlyList<TableUse> Tables { get; }

    /// <summary>Whether it gives at most one row for each row of one table: no aggregation, DISTINCT, window, set operation, LIMIT, and no join but LEFT.</summary>
    public bool IsRowWise => DrivingTable is not null;

    /// <summary>The table that a row-wise query drives over; null when it is not row-wise.</summary>
    /// <remarks>A LEFT JOIN may give several rows for one of the driving table when the right side is not unique; whoever needs one row for each checks the key.</remarks>
    public TableUse? DrivingTable { get; }

    internal Plan Plan { get; }
}
