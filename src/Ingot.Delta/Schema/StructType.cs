namespace Ingot.Delta.Schema;

/// <summary>Named fields in order; the schema of a table is one.</summary>
public sealed record StructType : DataType
{
    /// <summary>Makes a struct.</summary>
    /// <param name="fields">The fields in order; names differ, also in another case.</param>
    /// <exception cref="DeltaException">Two fields have one name (<see cref="DeltaErrorCode.Invalid"/>).</exception>
    public StructType(IEnumerable<StructField> fields)
    {
        Fields = [.. fields];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Fields)
        {
            if (!names.Add(field.Name))
            {
                throw new DeltaException(DeltaErrorCode.Invalid, $"The schema has two fields named '{field.Name}' (names are compared without regard to case).");
            }
        }
    }

    /// <summary>Makes a struct.</summary>
    /// <param name="fields">The fields in order.</param>
    public StructType(params StructField[] fields)
        : this((IEnumerable<StructField>)fields)
    {
    }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<StructField> Fields { get; }

    /// <inheritdoc/>
    public override string SimpleString => $"struct<{string.Join(',', Fields.Select(one => $"{one.Name}:{one.Type.SimpleString}"))}>";

    /// <summary>Reads a table's schema from <c>schemaString</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="DeltaException">The text is not a struct (<see cref="DeltaErrorCode.Invalid"/>).</exception>
    public static new StructType Parse(string json) =>
        DataType.Parse(json) as StructType
        ?? throw new DeltaException(DeltaErrorCode.Invalid, "The schema of a table must be a struct.");

    /// <summary>Finds a field by its name, without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public StructField? TryFind(string name)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(StructType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var field in Fields)
        {
            hash.Add(field);
        }

        return hash.ToHashCode();
    }
}
