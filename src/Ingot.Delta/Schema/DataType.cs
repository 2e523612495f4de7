using System.Text;
using System.Text.Json;

namespace Ingot.Delta.Schema;

/// <summary>
/// A type of Delta's schema (PROTOCOL.md, "Schema Serialization Format"). Immutable; equal by value, field metadata included.
/// </summary>
public abstract record DataType
{
    /// <summary>The type as Spark names it: <c>decimal(10,2)</c>, <c>array&lt;int&gt;</c>, <c>struct&lt;a:bigint&gt;</c>.</summary>
    public abstract string SimpleString { get; }

    /// <summary>Reads a type from its JSON, for example the <c>schemaString</c> of a table's metadata.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The type.</returns>
    /// <exception cref="DeltaException">The text is not JSON, or not a type (<see cref="DeltaErrorCode.Invalid"/>).</exception>
    public static DataType Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, JsonFormat.DeepOptions);
            return SchemaJson.ReadType(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new DeltaException(DeltaErrorCode.Invalid, $"The schema is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the type as JSON, as in <c>schemaString</c>.</summary>
    /// <returns>The JSON text, without spaces.</returns>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonFormat.WriterOptions))
        {
            SchemaJson.WriteType(writer, this);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Gives <see cref="SimpleString"/>.</summary>
    /// <returns>The type as Spark names it.</returns>
    public sealed override string ToString() => SimpleString;
}
