namespace Ingot.MySql;

/// <summary>
/// Several connections that see the same state of the source, in read-only transactions, and the binlog position that belongs to it. Nothing is locked once it is open.
/// </summary>
public sealed class ConsistentSnapshot : IAsyncDisposable
{
    /// <summary>
    /// Opens a snapshot. MariaDB: transactions are started until their <c>binlog_snapshot_position</c> agree. MySQL: FLUSH TABLES WITH READ LOCK, else LOCK TABLES … READ,
    /// with <c>lock_wait_timeout</c> 1 s and only while the connections open; neither granted: one connection, and the <c>gtid_executed</c> read before it.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="connections">The wished number of connections; fewer may come back.</param>
    /// <param name="tables">The tables that will be read, as (schema, table).</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The snapshot; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">A connection cannot be opened.</exception>
    public static Task<ConsistentSnapshot> OpenAsync(
        MySqlSource source, int connections, IReadOnlyList<(string Schema, string Table)> tables, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The connections, at least one. Each serves one statement at a time.</summary>
    public IReadOnlyList<SourceConnection> Connections => throw new NotImplementedException();

    /// <summary>The position that the snapshot belongs to.</summary>
    public SnapshotPosition Position => throw new NotImplementedException();

    /// <summary>The server's clock when the snapshot was taken, UTC.</summary>
    public DateTimeOffset Time => throw new NotImplementedException();

    /// <summary>How the connections were brought together.</summary>
    public SnapshotMethod Method => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
