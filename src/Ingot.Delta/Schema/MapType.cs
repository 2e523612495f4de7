namespace Ingot.Delta.Schema;

/// <summary>Keys with values; a key is never null.</summary>
/// <param name="KeyType">The type of the keys.</param>
/// <param name="ValueType">The type of the values.</param>
/// <param name="ValueContainsNull">Whether a value may be null.</param>
public sealed record MapType(DataType KeyType, DataType ValueType, bool ValueContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";
}
