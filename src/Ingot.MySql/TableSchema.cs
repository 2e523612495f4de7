namespace Ingot.MySql;

/// <summary>A table of the source.</summary>
public sealed record TableSchema
{
    /// <summary>The database.</summary>
    public required string Schema { get; init; }

    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The columns in the table's order, generated and invisible ones too.</summary>
    public required IReadOnlyList<ColumnSchema> Columns { get; init; }

    /// <summary>The columns of the primary key in the key's order; empty without one.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>The unique keys, the primary key first.</summary>
    public IReadOnlyList<IndexSchema> UniqueKeys { get; init; } = [];

    /// <summary>The foreign keys.</summary>
    public IReadOnlyList<ForeignKeySchema> ForeignKeys { get; init; } = [];

    /// <summary>The storage engine, for example <c>InnoDB</c>; empty for a view, and for a table that the server cannot open.</summary>
    public string Engine { get; init; } = "";

    /// <summary>
    /// Whether a consistent snapshot covers the table: InnoDB and RocksDB keep what a transaction sees. Of other engines (MyISAM, Aria, MEMORY, …) every statement reads what is there
    /// at that moment.
    /// </summary>
    public bool IsInSnapshots => Engine is "InnoDB" or "ROCKSDB" || IsView;

    /// <summary>Whether it is divided into partitions.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>Whether it is a sequence, which MariaDB lists among the tables.</summary>
    public bool IsSequence { get; init; }

    /// <summary>The places, from 1, of columns that the server does not show to the account; those after the last column that it shows are not known.</summary>
    public IReadOnlyList<int> HiddenColumns { get; init; } = [];

    /// <summary>Whether it is a view.</summary>
    public bool IsView { get; init; }

    /// <summary>The server's estimate of the rows; it can be far off.</summary>
    public long EstimatedRows { get; init; }

    /// <summary>The server's estimate of the data without secondary indexes.</summary>
    public long EstimatedSizeInBytes { get; init; }

    /// <summary>The comment, or an empty text.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The name as the contracts write it: <c>schema.table</c>, not quoted.</summary>
    public string FullName => $"{Schema}.{Name}";

    /// <summary>The name for SQL: both parts in back-ticks.</summary>
    public string QuotedName => $"{MySqlText.QuoteName(Schema)}.{MySqlText.QuoteName(Name)}";
}
