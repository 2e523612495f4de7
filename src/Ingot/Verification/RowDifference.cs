namespace Ingot.Verification;

/// <summary>A row that differs.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Key">The values of the key's columns as text, in the key's order. Of a table without a key: one value, the row's hash.</param>
/// <param name="Columns">The columns that differ, when both sides have the row.</param>
public sealed record RowDifference(RowDifferenceKind Kind, IReadOnlyList<string> Key, IReadOnlyList<ColumnDifference> Columns);
