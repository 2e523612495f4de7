namespace Ingot.Delta.Actions;

/// <summary>What a client must understand to read or write the table (PROTOCOL.md, "Protocol Evolution").</summary>
/// <param name="MinReaderVersion">The reader version; 3 means by <see cref="ReaderFeatures"/>.</param>
/// <param name="MinWriterVersion">The writer version; 7 means by <see cref="WriterFeatures"/>.</param>
public sealed record Protocol(int MinReaderVersion, int MinWriterVersion) : LogAction
{
    /// <summary>What our own tables say: every Delta client reads and writes them.</summary>
    public static Protocol Default { get; } = new(1, 2);

    /// <summary>The features that a reader must know, or null below reader version 3.</summary>
    public IReadOnlyList<string>? ReaderFeatures { get; init; }

    /// <summary>The features that a writer must know, or null below writer version 7.</summary>
    public IReadOnlyList<string>? WriterFeatures { get; init; }

    /// <inheritdoc/>
    public bool Equals(Protocol? other) =>
        other is not null
        && MinReaderVersion == other.MinReaderVersion
        && MinWriterVersion == other.MinWriterVersion
        && Same(ReaderFeatures, other.ReaderFeatures)
        && Same(WriterFeatures, other.WriterFeatures);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinReaderVersion, MinWriterVersion, ReaderFeatures?.Count, WriterFeatures?.Count);

    private static bool Same(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        (left is null) == (right is null) && (left is null || left.Order(StringComparer.Ordinal).SequenceEqual(right!.Order(StringComparer.Ordinal)));
}
