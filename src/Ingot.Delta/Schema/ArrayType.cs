namespace Ingot.Delta.Schema;

/// <summary>A list of values of one type.</summary>
/// <param name="ElementType">The type of the elements.</param>
/// <param name="ContainsNull">Whether an element may be null.</param>
public sealed record ArrayType(DataType ElementType, bool ContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";
}
