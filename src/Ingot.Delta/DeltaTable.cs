using Ingot.Delta.Actions;
using Ingot.Delta.Features;
using Ingot.Delta.Log;
using Ingot.Delta.Parquet;
using Ingot.Delta.Schema;
using Ingot.Delta.Storage;

namespace Ingot.Delta;

/// <summary>A Delta table, there or not yet. Thread-safe; a snapshot or a transaction that it gave out stands for itself.</summary>
public sealed class DeltaTable
{
    private static readonly Protocol TimestampNtzProtocol = new(3, 7)
    {
        ReaderFeatures = ["timestampNtz"],
        WriterFeatures = ["appendOnly", "invariants", "timestampNtz"],
    };

    private readonly TimeProvider _time;

    /// <summary>Makes a table over a storage; nothing is read yet.</summary>
    /// <param name="storage">The files of the table.</param>
    /// <param name="parquet">Reads and writes checkpoints and reads footers.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public DeltaTable(DeltaStorage storage, IParquetEngine parquet, TimeProvider? time = null)
    {
        Storage = storage;
        Parquet = parquet;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The files of the table.</summary>
    public DeltaStorage Storage { get; }

    /// <summary>The Parquet engine.</summary>
    public IParquetEngine Parquet { get; }

    /// <summary>Loads the newest version.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The snapshot, or null when there is no table.</returns>
    /// <exception cref="DeltaException">The log is damaged, or needs a reader feature that is not supported.</exception>
    public async Task<Snapshot?> TryLoadSnapshotAsync(CancellationToken cancellationToken)
    {
        var state = await new LogLoader(Storage, Parquet).TryLoadAsync(version: null, cancellationToken).ConfigureAwait(false);
        return state is null ? null : new Snapshot(Storage, state);
    }

    /// <summary>Loads a version.</summary>
    /// <param name="version">The version; null: the newest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="DeltaException">There is no table or no such version, the log is damaged, or it needs a reader feature that is not supported.</exception>
    public async Task<Snapshot> LoadSnapshotAsync(long? version, CancellationToken cancellationToken)
    {
        var state = await new LogLoader(Storage, Parquet).TryLoadAsync(version, cancellationToken).ConfigureAwait(false)
            ?? throw new DeltaException(DeltaErrorCode.NotATable, $"There is no Delta table at {Storage.Location}: it has no {LogFile.Folder} with a commit.");
        return new Snapshot(Storage, state);
    }

    /// <summary>Begins the transaction that makes the table. Files may be added to it at once.</summary>
    /// <param name="schema">The schema, partition columns included.</param>
    /// <param name="partitionColumns">The partition columns in order; usually none.</param>
    /// <param name="configuration">The table's properties, for example <c>delta.checkpointInterval</c>.</param>
    /// <param name="description">What the table holds, or null.</param>
    /// <returns>A transaction that writes version 0.</returns>
    /// <exception cref="DeltaException">The schema or a property is not valid.</exception>
    public DeltaTransaction BeginCreate(
        StructType schema,
        IReadOnlyList<string> partitionColumns,
        IReadOnlyDictionary<string, string> configuration,
        string? description = null)
    {
        var metadata = new Metadata
        {
            Id = Guid.NewGuid().ToString(),
            Description = description,
            Schema = schema,
            PartitionColumns = [.. partitionColumns],
            Configuration = new Dictionary<string, string>(configuration, StringComparer.Ordinal),
            CreatedTime = _time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        var protocol = WriteRules.UsesTimestampNtz(schema) ? TimestampNtzProtocol : Protocol.Default;
        WriteRules.CheckSchema(metadata);
        WriteRules.CheckProtocol(metadata, protocol, Storage.Location);
        return new DeltaTransaction(Storage, Parquet, _time, read: null, metadata, protocol);
    }

    /// <summary>Begins a transaction on a version that was loaded.</summary>
    /// <param name="read">The snapshot that the transaction's work is based on.</param>
    /// <returns>A transaction.</returns>
    /// <exception cref="DeltaException">
    /// The table needs a writer feature that is not supported (<see cref="DeltaErrorCode.UnsupportedFeature"/>), or has a property that cannot be followed (<see cref="DeltaErrorCode.Invalid"/>).
    /// </exception>
    public DeltaTransaction Begin(Snapshot read)
    {
        ArgumentNullException.ThrowIfNull(read);
        TableFeatures.RequireWritable(read.Protocol, read.Metadata, Storage.Location);

        // What follows a commit (a checkpoint, a clean-up) reads properties: it must not find one then that it cannot follow.
        TableProperties.Validate(read.Metadata);
        return new DeltaTransaction(Storage, Parquet, _time, read, read.Metadata, read.Protocol);
    }

    /// <summary>Writes a checkpoint of a snapshot, whatever the table's interval.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the checkpoint is written.</returns>
    /// <exception cref="DeltaException">The table needs a writer feature that is not supported, or the storage failed.</exception>
    public Task WriteCheckpointAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        TableFeatures.RequireWritable(snapshot.Protocol, snapshot.Metadata, Storage.Location);
        return new CheckpointWriter(Storage, Parquet, _time).WriteAsync(snapshot.State, cancellationToken);
    }
}
