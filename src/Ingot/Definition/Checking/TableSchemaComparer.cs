namespace Ingot.Definition.Checking;

/// <summary>Compares schemas by their columns and keys.</summary>
internal sealed class TableSchemaComparer : IEqualityComparer<TableSchema?>
{
    public static readonly TableSchemaComparer Instance = new();

    public bool Equals(TableSchema? left, TableSchema? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null
            && left.Columns.SequenceEqual(right.Columns)
            && (left.Key is null ? right.Key is null : right.Key is not null && left.Key.SequenceEqual(right.Key)));

    public int GetHashCode(TableSchema? schema) => schema?.Columns.Count ?? 0;
}
