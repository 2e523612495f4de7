using Ingot.Delta.Parquet;

namespace Ingot.Delta;

/// <summary>A Parquet file that was written under its final name, is durable (the writer has synced it), and waits for its commit.</summary>
/// <param name="Path">The path relative to the table's root, not encoded, or absolute.</param>
/// <param name="PartitionValues">The value of each partition column as <see cref="PartitionValue"/> writes it; null means null. Empty for a table without partitions.</param>
public sealed record DataFile(string Path, IReadOnlyDictionary<string, string?> PartitionValues)
{
    private static readonly Dictionary<string, string?> NoPartition = [];

    /// <summary>A file of a table without partition columns.</summary>
    /// <param name="path">The path relative to the table's root, not encoded, or absolute.</param>
    public DataFile(string path)
        : this(path, NoPartition)
    {
    }

    /// <summary>The file's footer when the caller has read it from these very bytes, such as under another name of a hard link. Default: null, it is read.</summary>
    public ParquetFooter? Footer { get; init; }
}
