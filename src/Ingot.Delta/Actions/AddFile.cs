using System.Text.Json;

namespace Ingot.Delta.Actions;

/// <summary>A data file that belongs to the table (PROTOCOL.md, "Add File and Remove File").</summary>
public sealed record AddFile : LogAction
{
    private static readonly Dictionary<string, string?> NoPartition = [];
    private readonly string? _logPath;

    /// <summary>
    /// The path as a storage has it, not percent-encoded: relative to the table's root with <c>/</c>, or absolute (<c>/x</c>, <c>s3://b/x</c>).
    /// The log's encoding is this library's business.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Partition values by column name, serialised as the protocol says; null and the empty text both mean null.</summary>
    public IReadOnlyDictionary<string, string?> PartitionValues { get; init; } = NoPartition;

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>When the file was made, in milliseconds since 1970.</summary>
    public long ModificationTime { get; init; }

    /// <summary>False when the file only holds rows that were in the table before (compaction).</summary>
    public bool DataChange { get; init; } = true;

    /// <summary>The statistics as JSON text, or null.</summary>
    public string? Stats { get; init; }

    /// <summary>Free texts by name, or null.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary>Which rows of the file do not count, or null: all count.</summary>
    public DeletionVectorDescriptor? DeletionVector { get; init; }

    /// <summary>Row tracking: the id of the first row, or null.</summary>
    public long? BaseRowId { get; init; }

    /// <summary>Row tracking: the commit version of rows that say none, or null.</summary>
    public long? DefaultRowCommitVersion { get; init; }

    /// <summary>The name of the clustering implementation, or null.</summary>
    public string? ClusteringProvider { get; init; }

    /// <summary>The rows of the file by its statistics, or null when they do not say. A deletion vector is not subtracted.</summary>
    public long? NumRecords
    {
        get
        {
            if (Stats is null)
            {
                return null;
            }

            try
            {
                using var document = JsonDocument.Parse(Stats);
                return document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("numRecords", out var value)
                    && value.ValueKind == JsonValueKind.Number
                    && value.TryGetInt64(out var rows)
                    ? rows
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The path as the log has it (percent-encoded); kept as its writer encoded it, so that a remove names the same text.</summary>
    internal string LogPath
    {
        get => _logPath ?? PathEncoding.Encode(Path);
        init => _logPath = value;
    }

    /// <summary>What tells a file from another in the log: the path and the deletion vector.</summary>
    internal FileKey Key => new(Path, DeletionVector?.UniqueId);
}
