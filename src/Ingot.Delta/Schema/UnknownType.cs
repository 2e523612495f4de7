namespace Ingot.Delta.Schema;

/// <summary>A type of a table feature that this library does not read (variant, geometry, interval …): it is kept as it stands and refused on a scan.</summary>
/// <param name="Name">The name in the schema JSON.</param>
public sealed record UnknownType(string Name) : DataType
{
    /// <inheritdoc/>
    public override string SimpleString => Name;
}
