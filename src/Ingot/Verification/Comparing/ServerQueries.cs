using System.Threading.Channels;
using Ingot.MySql;

namespace Ingot.Verification.Comparing;

/// <summary>Spreads queries over the connections of a snapshot. Thread-safe.</summary>
internal sealed class ServerQueries
{
    private readonly Channel<SourceConnection> _idle;

    /// <summary>Takes the connections into use; they stay the caller's.</summary>
    /// <param name="connections">Connections that see one state.</param>
    public ServerQueries(IReadOnlyList<SourceConnection> connections)
    {
        _idle = Channel.CreateBounded<SourceConnection>(connections.Count);
        foreach (var connection in connections)
        {
            _idle.Writer.TryWrite(connection);
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
