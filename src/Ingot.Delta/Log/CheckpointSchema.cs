using Ingot.Delta.Schema;

namespace Ingot.Delta.Log;

/// <summary>The columns of classic checkpoints as Ingot writes them (PROTOCOL.md, "Checkpoint Schema"): one struct an action, all nullable.</summary>
internal static class CheckpointSchema
{
    private static readonly MapType Texts = new(PrimitiveType.String, PrimitiveType.String);
    private static readonly ArrayType Names = new(PrimitiveType.String);

    private static readonly StructType DeletionVector = Struct(
        ("storageType", PrimitiveType.String), ("pathOrInlineDv", PrimitiveType.String), ("offset", PrimitiveType.Integer), ("sizeInBytes", PrimitiveType.Integer), ("cardinality", PrimitiveType.Long));

    /// <summary>The schema. The first field of each action is one that every such action has.</summary>
    public static StructType Value { get; } = Struct(
        ("txn", Struct(("appId", PrimitiveType.String), ("version", PrimitiveType.Long), ("lastUpdated", PrimitiveType.Long))),
        ("add", Struct(
            ("path", PrimitiveType.String), ("partitionValues", Texts), ("size", PrimitiveType.Long), ("modificationTime", PrimitiveType.Long), ("dataChange", PrimitiveType.Boolean),
            ("tags", Texts), ("deletionVector", DeletionVector), ("baseRowId", PrimitiveType.Long), ("defaultRowCommitVersion", PrimitiveType.Long),
            ("clusteringProvider", PrimitiveType.String), ("stats", PrimitiveType.String))),
        ("remove", Struct(
            ("path", PrimitiveType.String), ("deletionTimestamp", PrimitiveType.Long), ("dataChange", PrimitiveType.Boolean), ("extendedFileMetadata", PrimitiveType.Boolean),
            ("partitionValues", Texts), ("size", PrimitiveType.Long), ("tags", Texts), ("deletionVector", DeletionVector), ("baseRowId", PrimitiveType.Long),
            ("defaultRowCommitVersion", PrimitiveType.Long), ("stats", PrimitiveType.String))),
        ("metaData", Struct(
            ("id", PrimitiveType.String), ("name", PrimitiveType.String), ("description", PrimitiveType.String),
            ("format", Struct(("provider", PrimitiveType.String), ("options", Texts))), ("schemaString", PrimitiveType.String), ("partitionColumns", Names),
            ("configuration", Texts), ("createdTime", PrimitiveType.Long))),
        ("protocol", Struct(
            ("minReaderVersion", PrimitiveType.Integer), ("minWriterVersion", PrimitiveType.Integer), ("readerFeatures", Names), ("writerFeatures", Names))),
        ("domainMetadata", Struct(("domain", PrimitiveType.String), ("configuration", PrimitiveType.String), ("removed", PrimitiveType.Boolean))));

    /// <summary>The schema as JSON, for <c>_last_checkpoint</c>, where readers look before they open the file.</summary>
    public static string Json { get; } = Value.ToJson();

    private static StructType Struct(params (string Name, DataType Type)[] fields) => new(fields.Select(field => new StructField(field.Name, field.Type)));
}
