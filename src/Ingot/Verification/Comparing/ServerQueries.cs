using System.Threading.Channels;
using Ingot.MySql;

namespace Ingot.Verification.Comparing;

/// <summary>Spreads queries over the connections of a snapshot. Thread-safe.</summary>
internal sealed class ServerQueries
{
    private readonly IReadOnlyList<SourceConnection> _connections;
    private readonly Channel<SourceConnection> _idle;

    /// <summary>Takes the connections into use; they stay the caller's.</summary>
    /// <param name="connections">Connections that see one state.</param>
    public ServerQueries(IReadOnlyList<SourceConnection> connections)
    {
        _connections = connections;
        _idle = Channel.CreateBounded<SourceConnection>(connections.Count);
        foreach (var connection in connections)
        {
            _idle.Writer.TryWrite(connection);
        }
    }

    /// <summary>Lifts the server's own limit of a statement's time in these sessions: a range of a large table may take long.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when all sessions are set.</returns>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in _connections)
        {
            var setting = connection.Flavor == ServerFlavor.MariaDb ? "max_statement_time" : "max_execution_time";
            await connection.ExecuteAsync($"SET SESSION {setting}=0", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a query on a connection that is idle, or becomes so.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancellationToken">Kills it on the server.</param>
    /// <returns>All rows.</returns>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var connection = await _idle.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (await connection.QueryAsync(sql, cancellationToken).ConfigureAwait(false)).Rows;
        }
        finally
        {
            _idle.Writer.TryWrite(connection);
        }
    }
}
