namespace Ingot.MySql;

/// <summary>A column of a result, as the server describes it on the wire.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The protocol's type (MYSQL_TYPE_…).</param>
/// <param name="Flags">The protocol's column flags.</param>
/// <param name="CharacterSet">The number of the collation; 63 is binary.</param>
public sealed record ResultColumn(string Name, byte Type, ushort Flags, ushort CharacterSet)
{
    /// <summary>Whether the flags say unsigned.</summary>
    public bool IsUnsigned => (Flags & 32) != 0;
}
