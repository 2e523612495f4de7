using Ingot.Delta.Schema;

namespace Ingot.Delta.Actions;

/// <summary>What a table is: its schema, its partition columns, its properties (PROTOCOL.md, "Change Metadata").</summary>
public sealed record Metadata : LogAction
{
    private static readonly Dictionary<string, string> Empty = [];
    private readonly string? _schemaString;
    private StructType? _schema;

    /// <summary>The table's id, a UUID that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The table's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The table's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The format of the data files; always <c>parquet</c>.</summary>
    public string FormatProvider { get; init; } = "parquet";

    /// <summary>Options of the format.</summary>
    public IReadOnlyDictionary<string, string> FormatOptions { get; init; } = Empty;

    /// <summary>The schema as JSON text.</summary>
    /// <exception cref="DeltaException">The log gives no schema (<see cref="DeltaErrorCode.CorruptLog"/>).</exception>
    public string SchemaString
    {
        get => _schemaString ?? throw new DeltaException(DeltaErrorCode.CorruptLog, "The table's metadata has no schema.");
        init
        {
            _schemaString = value;
            _schema = null;
        }
    }

    /// <summary>The schema, partition columns included.</summary>
    /// <exception cref="DeltaException">The log gives no schema, or one that is not valid.</exception>
    public StructType Schema
    {
        get => _schema ??= StructType.Parse(SchemaString);
        init
        {
            _schema = value;
            _schemaString = value.ToJson();
        }
    }

    /// <summary>The partition columns in order; each is in the schema, and in no data file.</summary>
    public IReadOnlyList<string> PartitionColumns { get; init; } = [];

    /// <summary>The table's properties: <c>delta.appendOnly</c>, <c>delta.checkpointInterval</c> …</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = Empty;

    /// <summary>When the table was made, in milliseconds since 1970, or null.</summary>
    public long? CreatedTime { get; init; }

    /// <summary>Whether the log gave a schema at all.</summary>
    internal bool HasSchema => _schemaString is not null;
}
