using Ingot.Delta.Parquet;
using Ingot.Delta.Schema;
using Ingot.Delta.Storage;

namespace Ingot.Delta;

/// <summary>A Delta table, there or not yet. Thread-safe; a snapshot or a transaction that it gave out stands for itself.</summary>
public sealed class DeltaTable
{
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
    public Task<Snapshot?> TryLoadSnapshotAsync(CancellationToken cancellationToken) => throw new NotImplementedException(_time.ToString());

    /// <summary>Loads a version.</summary>
    /// <param name="version">The version; null: the newest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="DeltaException">There is no table or no such version, the log is damaged, or it needs a reader feature that is not supported.</exception>
    public Task<Snapshot> LoadSnapshotAsync(long? version, CancellationToken cancellationToken) => throw new NotImplementedException();

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
        string? description = null) => throw new NotImplementedException();

    /// <summary>Begins a transaction on a version that was loaded.</summary>
    /// <param name="read">The snapshot that the transaction's work is based on.</param>
    /// <returns>A transaction.</returns>
    /// <exception cref="DeltaException">The table needs a writer feature that is not supported (<see cref="DeltaErrorCode.UnsupportedFeature"/>).</exception>
    public DeltaTransaction Begin(Snapshot read) => throw new NotImplementedException();
}
