namespace Ingot.MySql;

/// <summary>
/// A connection of ours to a source, for small queries in text and bulk reads in the binary protocol. The session is pinned: UTC, utf8mb4, a plain sql_mode.
/// One statement at a time; not thread-safe. A cancellation kills the statement on the server and closes the connection.
/// </summary>
public sealed class SourceConnection : IAsyncDisposable
{
    /// <summary>Opens a connection and pins its session.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The open connection; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">No server, wrong password, unknown database, TLS refused: each with its code and next step.</exception>
    public static Task<SourceConnection> OpenAsync(MySqlSource source, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The source.</summary>
    public MySqlSource Source => throw new NotImplementedException();

    /// <summary>The connection's id on the server.</summary>
    public long ConnectionId => throw new NotImplementedException();

    /// <summary>The version as the server writes it.</summary>
    public string ServerVersion => throw new NotImplementedException();

    /// <summary>The server's family.</summary>
    public ServerFlavor Flavor => throw new NotImplementedException();

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Kills the statement on the server.</param>
    /// <returns>The number of affected rows.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Runs a query whose result is small.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancellationToken">Kills the query on the server.</param>
    /// <returns>All rows, in text.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public Task<SqlRows> QueryAsync(string sql, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
