using System.Globalization;
using System.Text.Json;

namespace Ingot.Delta.Schema;

/// <summary>The JSON of schemas (PROTOCOL.md, "Schema Serialization Format").</summary>
internal static class SchemaJson
{
    /// <summary>Deeper schemas are refused before the stack is at risk; Spark's JSON parser has a limit of this order too.</summary>
    private const int MaxDepth = 200;

    public static DataType ReadType(JsonElement element, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw Invalid($"The schema is nested deeper than {MaxDepth} levels.");
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => ReadName(element.GetString()!),
            JsonValueKind.Object => ReadObject(element, depth),
            _ => throw Invalid($"A type is a name or an object, not {element.ValueKind}."),
        };
    }

    public static void WriteType(Utf8JsonWriter writer, DataType type)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                writer.WriteStringValue(primitive.Name);
                break;
            case DecimalType or UnknownType:
                writer.WriteStringValue(type.SimpleString);
                break;
            case ArrayType array:
                writer.WriteStartObject();
                writer.WriteString("type", "array");
                writer.WritePropertyName("elementType");
                WriteType(writer, array.ElementType);
                writer.WriteBoolean("containsNull", array.ContainsNull);
                writer.WriteEndObject();
                break;
            case MapType map:
                writer.WriteStartObject();
                writer.WriteString("type", "map");
                writer.WritePropertyName("keyType");
                WriteType(writer, map.KeyType);
                writer.WritePropertyName("valueType");
                WriteType(writer, map.ValueType);
                writer.WriteBoolean("valueContainsNull", map.ValueContainsNull);
                writer.WriteEndObject();
                break;
            case StructType structure:
                WriteStruct(writer, structure);
                break;
            default:
                throw Invalid($"The type {type.SimpleString} has no JSON.");
        }
    }

    private static void WriteStruct(Utf8JsonWriter writer, StructType structure)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "struct");
        writer.WriteStartArray("fields");
        foreach (var field in structure.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", field.Name);
            writer.WritePropertyName("type");
            WriteType(writer, field.Type);
            writer.WriteBoolean("nullable", field.Nullable);
            writer.WriteStartObject("metadata");
            foreach (var (key, value) in field.Metadata)
            {
                writer.WritePropertyName(key);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static DataType ReadName(string name)
    {
        if (PrimitiveType.TryFind(name) is { } primitive)
        {
            return primitive;
        }

        if (name == "decimal")
        {
            return new DecimalType(10, 0);
        }

        if (name.StartsWith("decimal(", StringComparison.Ordinal) && name.EndsWith(')'))
        {
            var parts = name[8..^1].Split(',');
            if (parts.Length == 2
                && int.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var precision)
                && int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var scale))
            {
                return new DecimalType(precision, scale);
            }
        }

        return new UnknownType(name);
    }

    private static DataType ReadObject(JsonElement element, int depth) => Text(element, "type") switch
    {
        "struct" => ReadStruct(element, depth),
        "array" => new ArrayType(ReadType(Property(element, "elementType"), depth + 1), Flag(element, "containsNull")),
        "map" => new MapType(
            ReadType(Property(element, "keyType"), depth + 1),
            ReadType(Property(element, "valueType"), depth + 1),
            Flag(element, "valueContainsNull")),
        "udt" => ReadType(Property(element, "sqlType"), depth + 1),
        var other => throw Invalid($"'{other}' is not a kind of type: struct, array or map."),
    };

    private static StructType ReadStruct(JsonElement element, int depth)
    {
        var list = Property(element, "fields");
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Invalid("The fields of a struct are a list.");
        }

        var fields = new List<StructField>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            Dictionary<string, JsonElement>? metadata = null;
            if (item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("metadata", out var entries)
                && entries.ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in entries.EnumerateObject())
                {
                    metadata ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                    metadata[entry.Name] = entry.Value.Clone();
                }
            }

            fields.Add(new StructField(Text(item, "name"), ReadType(Property(item, "type"), depth + 1), Flag(item, "nullable"), metadata));
        }

        return new StructType(fields);
    }

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value
            : throw Invalid($"The schema lacks '{name}'.");

    private static string Text(JsonElement element, string name)
    {
        var value = Property(element, name);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Invalid($"'{name}' in the schema is not a text.");
    }

    private static bool Flag(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.False;

    private static DeltaException Invalid(string message) => new(DeltaErrorCode.Invalid, message);
}
