using System.Globalization;

namespace Ingot.MySql;

/// <summary>
/// Several connections that see the same state of the source, in read-only transactions, and the binlog position that belongs to it. Nothing is locked once it is open.
/// </summary>
public sealed class ConsistentSnapshot : IAsyncDisposable
{
    private const string Start = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

    private ConsistentSnapshot(IReadOnlyList<SourceConnection> connections, SnapshotPosition position, DateTimeOffset time, SnapshotMethod method)
    {
        Connections = connections;
        Position = position;
        Time = time;
        Method = method;
    }

    /// <summary>The connections, at least one. Each serves one statement at a time.</summary>
    public IReadOnlyList<SourceConnection> Connections { get; }

    /// <summary>The position that the snapshot belongs to.</summary>
    public SnapshotPosition Position { get; }

    /// <summary>The server's clock when the snapshot was taken, UTC.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>How the connections were brought together.</summary>
    public SnapshotMethod Method { get; }

    /// <inheritdoc cref="OpenAsync(MySqlSource, int, IReadOnlyList{ValueTuple{string, string}}, bool, CancellationToken)"/>
    public static Task<ConsistentSnapshot> OpenAsync(
        MySqlSource source, int connections, IReadOnlyList<(string Schema, string Table)> tables, CancellationToken cancellationToken) =>
        OpenAsync(source, connections, tables, mayLock: true, cancellationToken);

    /// <summary>
    /// Opens a snapshot. MariaDB: transactions are started until their <c>binlog_snapshot_position</c> agree. MySQL: FLUSH TABLES WITH READ LOCK, else LOCK TABLES … READ,
    /// with <c>lock_wait_timeout</c> 1 s and only while the connections open; neither granted: one connection, and the <c>gtid_executed</c> read before it.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="connections">The wished number of connections; fewer may come back.</param>
    /// <param name="tables">The tables that will be read, as (schema, table).</param>
    /// <param name="mayLock">
    /// Whether to lock for an instant where nothing else brings connections together. False: on MySQL with GTIDs, transactions are started until none was committed between them; else, and without
    /// GTIDs, one connection.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The snapshot; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">A connection cannot be opened.</exception>
    public static async Task<ConsistentSnapshot> OpenAsync(
        MySqlSource source, int connections, IReadOnlyList<(string Schema, string Table)> tables, bool mayLock, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connections);
        ArgumentNullException.ThrowIfNull(tables);
        var opened = new List<SourceConnection>();
        try
        {
            // The first one alone, so that a wrong password is one failed login.
            opened.Add(await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false));
            while (opened.Count < connections)
            {
                opened.Add(await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false));
            }

            var facts = await MySqlServerFacts.LoadAsync(opened[0], cancellationToken).ConfigureAwait(false);
            var method = await SnapshotStart.RunAsync(opened, facts, tables, mayLock, cancellationToken).ConfigureAwait(false);
            var time = await opened[0].ScalarAsync("SELECT UTC_TIMESTAMP(6)", cancellationToken).ConfigureAwait(false);
            return new ConsistentSnapshot(
                opened, method.Position, DateTimeOffset.Parse(time!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), method.Method);
        }
        catch
        {
            foreach (var connection in opened)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in Connections)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal static Task StartAllAsync(IReadOnlyList<SourceConnection> connections, CancellationToken cancellationToken) =>
        Task.WhenAll(connections.Select(connection => connection.ExecuteAsync(Start, cancellationToken)));
}
