using Ingot.Delta.Actions;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Features;

/// <summary>The table features of the protocol as data: a feature is added by a line here, and by the code that follows it.</summary>
public static class TableFeatures
{
    private const int NewestReaderVersion = 3;
    private const int NewestWriterVersion = 7;

    /// <summary>Every feature that this library knows by name. Others are refused by the name that the table gives.</summary>
    public static IReadOnlyList<TableFeature> All { get; } =
    [
        new("appendOnly", FeatureSupport.NotNeeded, FeatureSupport.Supported, "rows are never removed: `delta.appendOnly`") { LegacyWriterVersion = 2 },
        new("invariants", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "SQL conditions in the schema; NOT NULL is followed") { LegacyWriterVersion = 2, IsUsed = metadata => AnyField(metadata, "delta.invariants") },
        new("checkConstraints", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "SQL conditions on rows: `delta.constraints.*`") { LegacyWriterVersion = 3, IsUsed = metadata => metadata.Configuration.Keys.Any(key => key.StartsWith("delta.constraints.", StringComparison.OrdinalIgnoreCase)) },
        new("changeDataFeed", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "files of changed rows: `delta.enableChangeDataFeed`") { LegacyWriterVersion = 4, IsUsed = metadata => IsOn(metadata, "delta.enableChangeDataFeed") },
        new("generatedColumns", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "columns computed from others") { LegacyWriterVersion = 4, IsUsed = metadata => AnyField(metadata, "delta.generationExpression") },
        new("columnMapping", FeatureSupport.WhenUnused, FeatureSupport.WhenUnused, "columns by name or id: `delta.columnMapping.mode`") { LegacyReaderVersion = 2, LegacyWriterVersion = 5, IsUsed = UsesColumnMapping },
        new("identityColumns", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "columns that number the rows") { LegacyWriterVersion = 6, IsUsed = metadata => AnyField(metadata, "delta.identity.start") || AnyField(metadata, "delta.identity.step") },
        new("timestampNtz", FeatureSupport.Supported, FeatureSupport.Supported, "the type `timestamp_ntz`"),
        new("vacuumProtocolCheck", FeatureSupport.Supported, FeatureSupport.Supported, "a vacuum looks at the protocol first"),
        new("deletionVectors", FeatureSupport.Refused, FeatureSupport.Refused, "rows removed without a rewrite of their file"),
        new("v2Checkpoint", FeatureSupport.Refused, FeatureSupport.Refused, "checkpoints with sidecars"),
        new("typeWidening", FeatureSupport.Refused, FeatureSupport.Refused, "columns whose type became wider"),
        new("typeWidening-preview", FeatureSupport.Refused, FeatureSupport.Refused, "columns whose type became wider"),
        new("variantType", FeatureSupport.Refused, FeatureSupport.Refused, "the type `variant`"),
        new("variantType-preview", FeatureSupport.Refused, FeatureSupport.Refused, "the type `variant`"),
        new("variantShredding-preview", FeatureSupport.Refused, FeatureSupport.Refused, "variants with typed parts"),
        new("catalogManaged", FeatureSupport.Refused, FeatureSupport.Refused, "commits that a catalog orders"),
        new("domainMetadata", FeatureSupport.NotNeeded, FeatureSupport.Refused, "texts that features keep with the table"),
        new("rowTracking", FeatureSupport.NotNeeded, FeatureSupport.Refused, "row ids and row commit versions"),
        new("clustering", FeatureSupport.NotNeeded, FeatureSupport.Refused, "files clustered by columns"),
        new("allowColumnDefaults", FeatureSupport.NotNeeded, FeatureSupport.Refused, "default values of columns"),
        new("inCommitTimestamp", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "times of commits inside them: `delta.enableInCommitTimestamps`") { IsUsed = metadata => IsOn(metadata, "delta.enableInCommitTimestamps") },
        new("icebergCompatV1", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "files that Iceberg reads too: `delta.enableIcebergCompatV1`") { IsUsed = metadata => IsOn(metadata, "delta.enableIcebergCompatV1") },
        new("icebergCompatV2", FeatureSupport.NotNeeded, FeatureSupport.WhenUnused, "files that Iceberg reads too: `delta.enableIcebergCompatV2`") { IsUsed = metadata => IsOn(metadata, "delta.enableIcebergCompatV2") },
    ];

    private static readonly Dictionary<string, TableFeature> ByName = All.ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    /// <summary>Refuses a table that needs a reader feature which is not supported.</summary>
    internal static void RequireReadable(Protocol protocol, Metadata? metadata, string table)
    {
        var refused = Refused(
            protocol.MinReaderVersion,
            NewestReaderVersion,
            protocol.ReaderFeatures,
            feature => feature.LegacyReaderVersion,
            feature => feature.Read,
            metadata,
            "reader");
        if (refused.Count > 0)
        {
            throw new DeltaException(
                DeltaErrorCode.UnsupportedFeature,
                $"The table {table} cannot be read: it needs {string.Join(", ", refused)}, which this version of Ingot does not support.")
            {
                Features = refused,
            };
        }
    }

    /// <summary>Refuses to write a table that needs a writer feature which is not supported.</summary>
    internal static void RequireWritable(Protocol protocol, Metadata metadata, string table)
    {
        RequireReadable(protocol, metadata, table);
        var refused = Refused(
            protocol.MinWriterVersion,
            NewestWriterVersion,
            protocol.WriterFeatures,
            feature => feature.LegacyWriterVersion,
            feature => feature.Write,
            metadata,
            "writer");
        if (refused.Count > 0)
        {
            throw new DeltaException(
                DeltaErrorCode.UnsupportedFeature,
                $"The table {table} cannot be written: it needs {string.Join(", ", refused)}, which this version of Ingot does not support.")
            {
                Features = refused,
            };
        }
    }

    /// <summary>Refuses metadata of ours that would make use of a feature which is not supported, whatever the protocol says.</summary>
    internal static void RequireUnused(Metadata metadata, string table)
    {
        var used = All
            .Where(feature => feature.Write is FeatureSupport.WhenUnused && feature.IsUsedBy(metadata))
            .Select(feature => feature.Name)
            .ToArray();
        if (used.Length > 0)
        {
            throw new DeltaException(
                DeltaErrorCode.UnsupportedFeature,
                $"The table {table} cannot have these properties: they need {string.Join(", ", used)}, which this version of Ingot does not support.")
            {
                Features = used,
            };
        }
    }

    private static List<string> Refused(
        int version,
        int newest,
        IReadOnlyList<string>? names,
        Func<TableFeature, int?> legacyVersion,
        Func<TableFeature, FeatureSupport> support,
        Metadata? metadata,
        string role)
    {
        if (version > newest || version < 1)
        {
            return [$"{role} version {version}"];
        }

        IEnumerable<string> needed = version == newest
            ? names ?? []
            : All.Where(feature => legacyVersion(feature) <= version).Select(feature => feature.Name);
        return
        [
            .. needed.Where(name => !ByName.TryGetValue(name, out var feature) || support(feature) switch
            {
                FeatureSupport.Refused => true,
                FeatureSupport.WhenUnused => feature.IsUsedBy(metadata),
                _ => false,
            }),
        ];
    }

    private static bool UsesColumnMapping(Metadata metadata) =>
        metadata.Configuration.TryGetValue("delta.columnMapping.mode", out var mode) && !mode.Equals("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsOn(Metadata metadata, string property) =>
        metadata.Configuration.TryGetValue(property, out var text) && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool AnyField(Metadata metadata, string key) => metadata.HasSchema && AnyField(metadata.Schema, key);

    private static bool AnyField(DataType type, string key) => type switch
    {
        StructType structure => structure.Fields.Any(field => field.Metadata.ContainsKey(key) || AnyField(field.Type, key)),
        ArrayType array => AnyField(array.ElementType, key),
        MapType map => AnyField(map.KeyType, key) || AnyField(map.ValueType, key),
        _ => false,
    };
}
