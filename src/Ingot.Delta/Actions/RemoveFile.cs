namespace Ingot.Delta.Actions;

/// <summary>A data file that no longer belongs to the table: a tombstone, kept until no reader can still need the file.</summary>
public sealed record RemoveFile : LogAction
{
    private readonly string? _logPath;

    /// <summary>The path as a storage has it, as in <see cref="AddFile.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>When the file was removed, in milliseconds since 1970, or null.</summary>
    public long? DeletionTimestamp { get; init; }

    /// <summary>False when its rows live on in another file (compaction).</summary>
    public bool DataChange { get; init; } = true;

    /// <summary>Whether partition values, size and tags are set.</summary>
    public bool? ExtendedFileMetadata { get; init; }

    /// <summary>Partition values by column name, or null when not said.</summary>
    public IReadOnlyDictionary<string, string?>? PartitionValues { get; init; }

    /// <summary>The size in bytes, or null when not said.</summary>
    public long? Size { get; init; }

    /// <summary>The statistics as JSON text, or null.</summary>
    public string? Stats { get; init; }

    /// <summary>Free texts by name, or null.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary>The deletion vector of the removed file, or null.</summary>
    public DeletionVectorDescriptor? DeletionVector { get; init; }

    /// <summary>Row tracking: the id of the first row, or null.</summary>
    public long? BaseRowId { get; init; }

    /// <summary>Row tracking: the commit version of rows that say none, or null.</summary>
    public long? DefaultRowCommitVersion { get; init; }

    /// <summary>The path as the log has it (percent-encoded).</summary>
    internal string LogPath
    {
        get => _logPath ?? PathEncoding.Encode(Path);
        init => _logPath = value;
    }

    /// <summary>What tells a file from another in the log.</summary>
    internal FileKey Key => new(Path, DeletionVector?.UniqueId);

    /// <summary>Makes the tombstone of a file.</summary>
    internal static RemoveFile Of(AddFile file, long deletionTimestamp, bool dataChange) => new()
    {
        Path = file.Path,
        LogPath = file.LogPath,
        DeletionTimestamp = deletionTimestamp,
        DataChange = dataChange,
        ExtendedFileMetadata = true,
        PartitionValues = file.PartitionValues,
        Size = file.Size,
        Tags = file.Tags,
        DeletionVector = file.DeletionVector,
        BaseRowId = file.BaseRowId,
        DefaultRowCommitVersion = file.DefaultRowCommitVersion,
    };
}
