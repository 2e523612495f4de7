using System.Globalization;
using Ingot.Engines.DuckDb;

namespace Ingot.Landing;

/// <summary>The key-value metadata of a landing file. In a file of another writer, such as DMS, everything is null.</summary>
public sealed record LandingFileMetadata
{
    /// <summary>The source table, <c>schema.table</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The comment of the source table; null when it has none.</summary>
    public string? Comment { get; init; }

    /// <summary>The unique id of the load; it sorts by time.</summary>
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

    /// <summary>Reads the metadata.</summary>
    /// <param name="entries">The entries of a file's footer.</param>
    /// <returns>The metadata.</returns>
    public static LandingFileMetadata Parse(IReadOnlyDictionary<string, string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new LandingFileMetadata
        {
            Source = entries.GetValueOrDefault(LandingKeys.Source),
            Comment = entries.GetValueOrDefault(LandingKeys.Comment),
            LoadId = entries.GetValueOrDefault(LandingKeys.Load),
            LoadFiles = int.TryParse(entries.GetValueOrDefault(LandingKeys.Files), NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null,
            LoadRows = long.TryParse(entries.GetValueOrDefault(LandingKeys.Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : null,
            PositionJson = entries.GetValueOrDefault(LandingKeys.Position),
            SchemaJson = entries.GetValueOrDefault(LandingKeys.Schema),
        };
    }

    /// <summary>Builds the entries of a file's footer.</summary>
    /// <returns>The entries, without those that are null.</returns>
    public IReadOnlyDictionary<string, string> Build()
    {
        var entries = new Dictionary<string, string?>
        {
            [SparkFooter.Key] = SparkFooter.Value,
            [LandingKeys.Schema] = SchemaJson,
            [LandingKeys.Source] = Source,
            [LandingKeys.Comment] = Comment,
            [LandingKeys.Load] = LoadId,
            [LandingKeys.Files] = LoadFiles?.ToString(CultureInfo.InvariantCulture),
            [LandingKeys.Rows] = LoadRows?.ToString(CultureInfo.InvariantCulture),
            [LandingKeys.Position] = PositionJson,
        };
        return entries.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);
    }
}
