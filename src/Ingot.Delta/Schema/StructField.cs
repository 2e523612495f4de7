using System.Text.Json;

namespace Ingot.Delta.Schema;

/// <summary>A field of a struct, or a column of a table. Immutable; equal by value, metadata included.</summary>
public sealed record StructField
{
    private static readonly Dictionary<string, JsonElement> NoMetadata = [];

    /// <summary>Makes a field.</summary>
    /// <param name="name">The name, its case kept.</param>
    /// <param name="type">The type.</param>
    /// <param name="nullable">Whether the value may be null.</param>
    /// <param name="metadata">JSON values by name; null: none.</param>
    public StructField(string name, DataType type, bool nullable = true, IReadOnlyDictionary<string, JsonElement>? metadata = null)
    {
        Name = name;
        Type = type;
        Nullable = nullable;
        Metadata = metadata ?? NoMetadata;
    }

    /// <summary>The name, its case kept.</summary>
    public string Name { get; init; }

    /// <summary>The type.</summary>
    public DataType Type { get; init; }

    /// <summary>Whether the value may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>JSON values by name: <c>comment</c>, <c>mysql.type</c>, <c>delta.invariants</c> …</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; }

    /// <summary>The field with one more text in its metadata.</summary>
    /// <param name="key">The name of the entry.</param>
    /// <param name="value">The text.</param>
    /// <returns>A new field.</returns>
    public StructField With(string key, string value) => With(key, JsonSerializer.SerializeToElement(value, JsonFormat.Default.String));

    /// <summary>The field with one more number in its metadata.</summary>
    /// <param name="key">The name of the entry.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new field.</returns>
    public StructField With(string key, long value) => With(key, JsonSerializer.SerializeToElement(value, JsonFormat.Default.Int64));

    /// <summary>The field with one more entry in its metadata.</summary>
    /// <param name="key">The name of the entry.</param>
    /// <param name="value">The JSON value.</param>
    /// <returns>A new field.</returns>
    public StructField With(string key, JsonElement value) =>
        this with { Metadata = new Dictionary<string, JsonElement>(Metadata, StringComparer.Ordinal) { [key] = value } };

    /// <summary>A text of the metadata.</summary>
    /// <param name="key">The name of the entry.</param>
    /// <returns>The text, or null when there is none or it is not a text.</returns>
    public string? TryMetadataText(string key) =>
        Metadata.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <inheritdoc/>
    public bool Equals(StructField? other) =>
        other is not null
        && Name == other.Name
        && Nullable == other.Nullable
        && Type.Equals(other.Type)
        && Metadata.Count == other.Metadata.Count
        && Metadata.All(entry => other.Metadata.TryGetValue(entry.Key, out var value) && JsonElement.DeepEquals(entry.Value, value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Nullable, Metadata.Count);
}
