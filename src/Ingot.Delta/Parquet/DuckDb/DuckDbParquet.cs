using DuckDB.NET.Data;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>The Parquet engine of the product: the process's one DuckDB instance. Each call takes a connection of its own and runs on a thread of its own.</summary>
public sealed class DuckDbParquet : IParquetEngine
{
    private readonly Func<DuckDBConnection> _openConnection;

    /// <summary>Makes an engine.</summary>
    /// <param name="openConnection">Opens a connection to the instance, whose session time zone is UTC; the engine disposes it after use.</param>
    public DuckDbParquet(Func<DuckDBConnection> openConnection)
    {
        _openConnection = openConnection;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadActionsAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
        throw new NotImplementedException(_openConnection.ToString());

    /// <inheritdoc/>
    public Task WriteCheckpointAsync(string actionsFile, string checkpointFile, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ParquetFooter>> ReadFootersAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
