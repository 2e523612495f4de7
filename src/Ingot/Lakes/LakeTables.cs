using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet;
using Ingot.Delta.Storage;

namespace Ingot.Lakes;

/// <summary>The Delta tables of a lake. Thread-safe.</summary>
public sealed class LakeTables
{
    private readonly IParquetEngine _parquet;
    private readonly TimeProvider _time;

    /// <summary>Makes the tables of a lake; nothing is read yet.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="parquet">Reads checkpoints and footers.</param>
    /// <param name="time">The clock.</param>
    public LakeTables(Lake lake, IParquetEngine parquet, TimeProvider time)
    {
        Lake = lake;
        _parquet = parquet;
        _time = time;
    }

    /// <summary>The lake.</summary>
    public Lake Lake { get; }

    /// <summary>Opens a table, there or not yet.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The table.</returns>
    public DeltaTable Open(TableName table) => new(new LocalStorage(Lake.FolderOf(table)), _parquet, _time);

    /// <summary>Loads the newest version of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The snapshot, or null when there is no table.</returns>
    public Task<Snapshot?> TryLoadAsync(TableName table, CancellationToken cancellationToken) => Open(table).TryLoadSnapshotAsync(cancellationToken);

    /// <summary>Loads the newest versions of all tables that the lake has.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The snapshots by table, in the order of layer and name.</returns>
    public async Task<IReadOnlyList<KeyValuePair<TableName, Snapshot>>> LoadAllAsync(CancellationToken cancellationToken)
    {
        var tables = Lake.ListTables();
        var snapshots = await Task.WhenAll(tables.Select(table => TryLoadAsync(table, cancellationToken))).ConfigureAwait(false);
        return [.. tables.Zip(snapshots).Where(pair => pair.Second is not null).Select(pair => KeyValuePair.Create(pair.First, pair.Second!))];
    }
}
