namespace Ingot.MySql;

/// <summary>A unique key of a table.</summary>
/// <param name="Name">The name; <c>PRIMARY</c> for the primary key.</param>
/// <param name="Columns">The columns in the key's order.</param>
public sealed record IndexSchema(string Name, IReadOnlyList<string> Columns);
