using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet;

/// <summary>What the footer of a Parquet file says.</summary>
/// <param name="File">The name under which the file was opened.</param>
/// <param name="SizeInBytes">The size of the file.</param>
/// <param name="NumRecords">The rows of all row groups.</param>
/// <param name="Schema">The columns as Delta types; a type that Delta does not have is an <see cref="UnknownType"/>.</param>
/// <param name="Columns">The leaf columns that lie in no list or map, by their path of names.</param>
/// <param name="KeyValueMetadata">The texts that the writer left, by name.</param>
public sealed record ParquetFooter(
    string File,
    long SizeInBytes,
    long NumRecords,
    StructType Schema,
    IReadOnlyList<ColumnStatistics> Columns,
    IReadOnlyDictionary<string, string> KeyValueMetadata);
