using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>
/// A connection that reads one table that no snapshot covers (MyISAM, Aria, MEMORY, …). Where the account may, the table is locked against writers until this is disposed, which is what
/// a SELECT on such a table does anyway; else row count and checksum are compared before and after.
/// </summary>
internal sealed class TableGuard : IAsyncDisposable
{
    private readonly TableSchema _table;
    private long _rows;
    private long? _checksum;

    private TableGuard(SourceConnection connection, TableSchema table, TableCoverage coverage)
    {
        Connection = connection;
        Coverage = coverage;
        _table = table;
    }

    /// <summary>The connection to read with; under a lock it sees no other table.</summary>
    public SourceConnection Connection { get; }

    /// <summary>How the table is guarded.</summary>
    public TableCoverage Coverage { get; }

    /// <summary>Opens a connection and locks the table, or notes that it cannot be locked.</summary>
    /// <param name="source">The source.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The guard; the caller disposes it.</returns>
    public static async Task<TableGuard> OpenAsync(MySqlSource source, TableSchema table, CancellationToken cancellationToken)
    {
        var connection = await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("SET SESSION lock_wait_timeout = 2", cancellationToken).ConfigureAwait(false);
            var isLocked = await SnapshotLocks.TryLockAsync(connection, $"LOCK TABLES {table.QuotedName} READ", cancellationToken).ConfigureAwait(false);
            return new TableGuard(connection, table, isLocked ? TableCoverage.ReadLock : TableCoverage.Checked);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Notes the state before the read, where there is no lock.</summary>
    /// <param name="rows">The rows that were counted.</param>
    /// <param name="cancellationToken">Kills the query.</param>
    /// <returns>A task that ends with the query.</returns>
    public async Task NoteAsync(long rows, CancellationToken cancellationToken)
    {
        _rows = rows;
        _checksum = Coverage == TableCoverage.Checked ? await TableChecksum.LoadAsync(Connection, _table, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Requires that the table is as it was before the read.</summary>
    /// <param name="rowsRead">The rows that were read.</param>
    /// <param name="cancellationToken">Kills the query.</param>
    /// <returns>A task that ends with the query.</returns>
    /// <exception cref="MySqlSourceException">The table changed while it was read.</exception>
    public async Task RequireUnchangedAsync(long rowsRead, CancellationToken cancellationToken)
    {
        if (Coverage != TableCoverage.Checked)
        {
            return;
        }

        var checksum = await TableChecksum.LoadAsync(Connection, _table, cancellationToken).ConfigureAwait(false);
        if (rowsRead != _rows || checksum != _checksum)
        {
            var what = rowsRead != _rows ? $"{_rows} rows were counted and {rowsRead} read" : "its checksum differs before and after";
            throw new MySqlSourceException(
                MySqlErrorCodes.TableChanged,
                $"{_table.FullName} changed while it was read: {what}. No snapshot covers a table of {_table.Engine}.",
                $"GRANT LOCK TABLES ON {MySqlText.QuoteName(_table.Schema)}.* TO the account, so that it is read under a lock; or run again when nobody writes to it.",
                isTransient: true);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
