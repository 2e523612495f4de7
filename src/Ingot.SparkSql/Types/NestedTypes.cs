namespace Ingot.SparkSql.Types;

/// <summary>A list of values of one type.</summary>
/// <param name="Element">The type of the elements.</param>
public sealed record ArrayType(SparkType Element) : SparkType
{
    /// <inheritdoc/>
    public override string Name => $"array<{Element.Name}>";
}

/// <summary>Values by key.</summary>
/// <param name="Key">The type of the keys.</param>
/// <param name="Value">The type of the values.</param>
public sealed record MapType(SparkType Key, SparkType Value) : SparkType
{
    /// <inheritdoc/>
    public override string Name => $"map<{Key.Name},{Value.Name}>";
}

/// <summary>A field of a struct.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
public sealed record StructField(string Name, SparkType Type);

/// <summary>Named values.</summary>
/// <param name="Fields">The fields, in order.</param>
public sealed record StructType(IReadOnlyList<StructField> Fields) : SparkType
{
    /// <inheritdoc/>
    public override string Name => $"struct<{string.Join(",", Fields.Select(part => $"{QuoteIfNeeded(part.Name)}:{part.Type.Name}"))}>";

    /// <inheritdoc/>
    public bool Equals(StructType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Aggregate(17, (hash, field) => HashCode.Combine(hash, field));

    private static string QuoteIfNeeded(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
