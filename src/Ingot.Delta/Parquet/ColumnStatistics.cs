namespace Ingot.Delta.Parquet;

/// <summary>The statistics of one leaf column over all row groups of a file. Bounds are texts in DuckDB's form of the column's type; null: not known.</summary>
/// <param name="Path">The names from the root to the leaf.</param>
/// <param name="NullCount">How many values are null, or null when a row group does not say.</param>
/// <param name="Min">The least value, or null.</param>
/// <param name="Max">The greatest value, or null. Never set for floating point columns that may hold NaN.</param>
/// <param name="BoundsAreExact">Whether both bounds are values that occur; false when the writer may have cut them.</param>
public sealed record ColumnStatistics(IReadOnlyList<string> Path, long? NullCount, string? Min, string? Max, bool BoundsAreExact);
