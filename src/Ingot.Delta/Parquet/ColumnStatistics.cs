using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet;

/// <summary>The statistics of one leaf column over all row groups of a file.</summary>
/// <param name="Path">The names from the root to the leaf.</param>
/// <param name="Type">The type of the leaf.</param>
/// <param name="NullCount">How many values are null, or null when a row group does not say.</param>
/// <param name="Min">
/// The least value as text: numbers and dates as in ISO 8601 and JSON, instants as <c>yyyy-MM-dd HH:mm:ss[.ffffff]</c> in UTC; null: not known.
/// </param>
/// <param name="Max">The greatest value as text, or null. Never set for a floating point column that may hold NaN, which Spark sorts last.</param>
public sealed record ColumnStatistics(IReadOnlyList<string> Path, DataType Type, long? NullCount, string? Min, string? Max);
