using System.Text.Json;
using Ingot.Delta.Actions;
using Ingot.Delta.Features;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Log;

/// <summary>The rules of the table that a commit must keep: partition values, NOT NULL, append-only.</summary>
internal static class WriteRules
{
    public static void CheckSchema(Metadata metadata)
    {
        TableProperties.Validate(metadata);
        var schema = metadata.Schema;
        if (schema.Fields.Count == 0)
        {
            throw new DeltaException(DeltaErrorCode.Invalid, "The schema has no columns.");
        }

        foreach (var name in metadata.PartitionColumns)
        {
            if (schema.Fields.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                throw new DeltaException(DeltaErrorCode.Invalid, $"The partition column '{name}' is not in the schema: {string.Join(", ", schema.Fields.Select(one => one.Name))}.");
            }

            if (field.Type is StructType or ArrayType or MapType or UnknownType)
            {
                throw new DeltaException(DeltaErrorCode.Invalid, $"The partition column '{name}' has the type {field.Type.SimpleString}; only simple types can be partition columns.");
            }
        }

        if (metadata.PartitionColumns.Count == schema.Fields.Count)
        {
            throw new DeltaException(DeltaErrorCode.Invalid, "Every column is a partition column; at least one must be in the files.");
        }

        CheckTypes(schema, string.Empty);
    }

    /// <summary>Refuses a type or a property that needs a feature which the table's protocol does not have.</summary>
    public static void CheckProtocol(Metadata metadata, Protocol protocol, string table)
    {
        if (UsesTimestampNtz(metadata.Schema) && protocol.WriterFeatures?.Contains("timestampNtz") != true)
        {
            throw new DeltaException(
                DeltaErrorCode.UnsupportedFeature,
                $"The table {table} was made without timestamp_ntz; make it anew to have a column of this type.")
            {
                Features = ["timestampNtz"],
            };
        }

        TableFeatures.RequireUnused(metadata, table);
    }

    public static bool UsesTimestampNtz(DataType type) => type switch
    {
        PrimitiveType primitive => primitive == PrimitiveType.TimestampNtz,
        StructType structure => structure.Fields.Any(field => UsesTimestampNtz(field.Type)),
        ArrayType array => UsesTimestampNtz(array.ElementType),
        MapType map => UsesTimestampNtz(map.KeyType) || UsesTimestampNtz(map.ValueType),
        _ => false,
    };

    public static void CheckAdd(AddFile file, Metadata metadata, bool nullsAreChecked)
    {
        var names = metadata.PartitionColumns;
        if (file.PartitionValues.Count != names.Count || !names.All(file.PartitionValues.ContainsKey))
        {
            throw Refused(file.Path, $"has values of the partition columns ({string.Join(", ", file.PartitionValues.Keys)}), not of ({string.Join(", ", names)})");
        }

        foreach (var field in metadata.Schema.Fields.Where(field => !field.Nullable && names.Contains(field.Name)))
        {
            if (string.IsNullOrEmpty(file.PartitionValues[field.Name]))
            {
                throw Refused(file.Path, $"has no value of the partition column '{field.Name}', which is NOT NULL");
            }
        }

        if (nullsAreChecked)
        {
            return;
        }

        JsonDocument? statistics = null;
        try
        {
            statistics = file.Stats is null ? null : JsonDocument.Parse(file.Stats);
            CheckNulls(
                file.Path,
                metadata,
                path => statistics is not null && TryNullCount(statistics.RootElement, path) is { } count ? count : null);
        }
        catch (JsonException exception)
        {
            throw new DeltaException(DeltaErrorCode.Invalid, $"The statistics of the file '{file.Path}' are not JSON: {exception.Message}", exception);
        }
        finally
        {
            statistics?.Dispose();
        }
    }

    /// <summary>Checks NOT NULL by counts of nulls; a count that is not known refuses the file, because nobody has looked.</summary>
    public static void CheckNulls(string file, Metadata metadata, Func<IReadOnlyList<string>, long?> nullCount)
    {
        foreach (var field in metadata.Schema.Fields.Where(field => !metadata.PartitionColumns.Contains(field.Name)))
        {
            Check(field, [], parentsAreNullable: false);
        }

        void Check(StructField field, IReadOnlyList<string> parents, bool parentsAreNullable)
        {
            IReadOnlyList<string> path = [.. parents, field.Name];
            if (field.Type is StructType structure)
            {
                // A struct is not null where one of its fields is not; a file does not count the nulls of structs themselves.
                if (!field.Nullable && !AnyLeafWithoutNulls(structure, path))
                {
                    throw Unknown(path);
                }

                foreach (var child in structure.Fields)
                {
                    Check(child, path, parentsAreNullable || field.Nullable);
                }
            }
            else if (!field.Nullable)
            {
                switch (nullCount(path))
                {
                    case null:
                    case > 0 when parentsAreNullable:
                        throw Unknown(path);
                    case > 0 and var count:
                        throw Refused(file, $"has {count} nulls in '{string.Join('.', path)}', which is NOT NULL");
                }
            }
        }

        bool AnyLeafWithoutNulls(StructType structure, IReadOnlyList<string> path) => structure.Fields.Any(field =>
            field.Type is StructType inner ? AnyLeafWithoutNulls(inner, [.. path, field.Name]) : nullCount([.. path, field.Name]) == 0);

        DeltaException Unknown(IReadOnlyList<string> path) => Refused(file, $"does not tell whether values of '{string.Join('.', path)}' are null, which is NOT NULL");
    }

    public static void CheckRemoves(Metadata metadata, bool dataChange, int removes, string table)
    {
        if (removes > 0 && dataChange && TableProperties.AppendOnly(metadata))
        {
            throw new DeltaException(
                DeltaErrorCode.WriteRefused,
                $"The table {table} is append-only ({TableProperties.AppendOnlyName} = true): {removes} files cannot be removed.");
        }
    }

    private static void CheckTypes(DataType type, string path)
    {
        switch (type)
        {
            case UnknownType or PrimitiveType { Name: "void" }:
                throw new DeltaException(DeltaErrorCode.UnsupportedFeature, $"The column '{path}' has the type {type.SimpleString}, which cannot be written.") { Features = [type.SimpleString] };
            case StructType structure:
                if (structure.Fields.Count == 0)
                {
                    throw new DeltaException(DeltaErrorCode.Invalid, $"The column '{path}' is a struct without fields, which Parquet does not have.");
                }

                foreach (var field in structure.Fields)
                {
                    CheckTypes(field.Type, path.Length == 0 ? field.Name : $"{path}.{field.Name}");
                }

                break;
            case ArrayType array:
                CheckTypes(array.ElementType, path);
                break;
            case MapType map:
                CheckTypes(map.KeyType, path);
                CheckTypes(map.ValueType, path);
                break;
        }
    }

    private static long? TryNullCount(JsonElement statistics, IReadOnlyList<string> path)
    {
        if (statistics.ValueKind != JsonValueKind.Object || !statistics.TryGetProperty("nullCount", out var value))
        {
            return null;
        }

        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
    }

    private static DeltaException Refused(string file, string reason) => new(DeltaErrorCode.WriteRefused, $"The file '{file}' {reason}.");
}
