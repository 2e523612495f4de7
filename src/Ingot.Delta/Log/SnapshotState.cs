using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>The result of action reconciliation up to a version.</summary>
internal sealed record SnapshotState
{
    public required long Version { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required Protocol Protocol { get; init; }

    public required Metadata Metadata { get; init; }

    public required IReadOnlyList<AddFile> Files { get; init; }

    public required IReadOnlyList<RemoveFile> Tombstones { get; init; }

    public required IReadOnlyDictionary<string, SetTransaction> SetTransactions { get; init; }

    public required IReadOnlyDictionary<string, DomainMetadata> Domains { get; init; }

    public IReadOnlyDictionary<string, long> TransactionVersions =>
        field ??= SetTransactions.ToDictionary(entry => entry.Key, entry => entry.Value.Version, StringComparer.Ordinal);
}
