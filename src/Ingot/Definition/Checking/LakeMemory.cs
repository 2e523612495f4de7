namespace Ingot.Definition.Checking;

/// <summary>The schemas that a lake and a source gave, for as long as the tables' logs and the list of tables are the same. Not thread-safe.</summary>
internal sealed class LakeMemory
{
    private readonly Dictionary<TableName, (DateTime Written, TableSchema Schema)> _tables = [];

    /// <summary>What the source said; null: it was not asked yet.</summary>
    public BronzeSchemas? Source { get; set; }

    /// <summary>What the source said of the tables that the lake has; null: it was not asked yet.</summary>
    public BronzeSchemas? SourceOfLake { get; set; }

    /// <summary>When a log got its last entry.</summary>
    public static DateTime LogTime(string tableFolder) => Directory.GetLastWriteTimeUtc(Path.Combine(tableFolder, "_delta_log"));

    /// <summary>The schema of a table whose log was written at that time.</summary>
    public TableSchema? TryGet(TableName table, DateTime written) => _tables.TryGetValue(table, out var known) && known.Written == written ? known.Schema : null;

    /// <summary>Remembers a schema.</summary>
    public TableSchema Add(TableName table, DateTime written, TableSchema schema)
    {
        _tables[table] = (written, schema);
        return schema;
    }
}
