namespace Ingot.MySql;

/// <summary>A foreign key of a table.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">The columns of this table.</param>
/// <param name="ReferencedSchema">The database of the referenced table.</param>
/// <param name="ReferencedTable">The referenced table.</param>
/// <param name="ReferencedColumns">Its columns, in the order of <paramref name="Columns"/>.</param>
public sealed record ForeignKeySchema(
    string Name, IReadOnlyList<string> Columns, string ReferencedSchema, string ReferencedTable, IReadOnlyList<string> ReferencedColumns);
