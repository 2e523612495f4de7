namespace Ingot.Landing;

/// <summary>The key-value metadata of a landing file. In a file of another writer, such as DMS, everything is null.</summary>
public sealed record LandingFileMetadata
{
    /// <summary>The source table, <c>schema.table</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The unique id of the load.</summary>
    public string? LoadId { get; init; }

    /// <summary>How many files of this table the load has.</summary>
    public int? LoadFiles { get; init; }

    /// <summary>How many rows the server counted in the load's snapshot.</summary>
    public long? LoadRows { get; init; }

    /// <summary>The source's position that the load belongs to, as JSON.</summary>
    public string? PositionJson { get; init; }

    /// <summary>The Delta schema (StructType JSON) of all columns with the source types in the fields' metadata.</summary>
    public string? SchemaJson { get; init; }

    /// <summary>Whether Ingot's replicator wrote the file.</summary>
    public bool IsOurs => LoadId is not null;
}
