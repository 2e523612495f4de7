using Ingot.Delta.Actions;
using Ingot.Delta.Log;
using Ingot.Delta.Schema;
using Ingot.Delta.Storage;

namespace Ingot.Delta;

/// <summary>A version of a table: what the log says up to it. Immutable and thread-safe.</summary>
public sealed class Snapshot
{
    internal Snapshot(DeltaStorage storage, SnapshotState state)
    {
        Storage = storage;
        State = state;
    }

    /// <summary>The version.</summary>
    public long Version => State.Version;

    /// <summary>When the version was committed.</summary>
    public DateTimeOffset Timestamp => State.Timestamp;

    /// <summary>What a client must understand.</summary>
    public Protocol Protocol => State.Protocol;

    /// <summary>What the table is.</summary>
    public Metadata Metadata => State.Metadata;

    /// <summary>The table's schema, partition columns included; short for <c>Metadata.Schema</c>.</summary>
    public StructType Schema => State.Metadata.Schema;

    /// <summary>The files that make up the table, in the order in which they were added.</summary>
    public IReadOnlyList<AddFile> Files => State.Files;

    /// <summary>The files that were removed and that the log still remembers.</summary>
    public IReadOnlyList<RemoveFile> Tombstones => State.Tombstones;

    /// <summary>The progress of each application.</summary>
    public IReadOnlyDictionary<string, long> Transactions => State.TransactionVersions;

    /// <summary>The storage of the table.</summary>
    public DeltaStorage Storage { get; }

    internal SnapshotState State { get; }
}
