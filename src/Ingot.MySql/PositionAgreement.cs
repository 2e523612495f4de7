using System.Globalization;

namespace Ingot.MySql;

/// <summary>MariaDB: transactions are started until they stand at one binlog position. A transaction knows its own there, so nothing is locked.</summary>
internal static class PositionAgreement
{
    // A position moves with every commit; at hundreds of commits a second an attempt still succeeds every few times.
    private const int Attempts = 40;

    /// <summary>Starts a transaction on each connection.</summary>
    /// <param name="connections">The connections; those that are in a transaction leave it.</param>
    /// <param name="facts">The server, with <see cref="MySqlServerFacts.HasSnapshotPosition"/>.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>The position that all stand at, or null when they never agreed.</returns>
    public static async Task<SnapshotPosition?> TryAsync(List<SourceConnection> connections, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
            if (await ReadAsync(connections[0], cancellationToken).ConfigureAwait(false) is not var (file, offset))
            {
                return null;
            }

            if (await AgreeAsync(connections, (file, offset), cancellationToken).ConfigureAwait(false))
            {
                return await BuildAsync(connections[0], facts, file, offset, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>Reads where a connection's transaction stands.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The binlog's file and offset; null: the server does not say.</returns>
    public static async Task<(string File, long Offset)?> ReadAsync(SourceConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync("SHOW STATUS LIKE 'binlog\\_snapshot\\_%'", cancellationToken).ConfigureAwait(false);
        var values = rows.Rows.ToDictionary(row => row[0]!, row => row[1] ?? "", StringComparer.OrdinalIgnoreCase);
        return values.TryGetValue("Binlog_snapshot_file", out var file) && file.Length > 0
            ? (file, long.Parse(values["Binlog_snapshot_position"], CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Completes a binlog's file and offset with the GTID set that belongs to them.</summary>
    /// <param name="connection">A connection.</param>
    /// <param name="facts">The server.</param>
    /// <param name="file">The file.</param>
    /// <param name="offset">The offset.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The position.</returns>
    public static async Task<SnapshotPosition> BuildAsync(
        SourceConnection connection, MySqlServerFacts facts, string file, long offset, CancellationToken cancellationToken)
    {
        var gtid = facts.GtidIsOn
            ? await connection.ScalarAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT BINLOG_GTID_POS({MySqlText.Quote(file)}, {offset})"), cancellationToken).ConfigureAwait(false)
            : null;
        return new SnapshotPosition { Flavor = facts.Flavor, Server = facts.Server, File = file, Offset = offset, Gtid = gtid };
    }

    /// <summary>
    /// Whether all connections stand at a position. The server keeps what SHOW STATUS shows of it in one place for all sessions: of two at the same time, one can be shown the other's position.
    /// So they are asked one after the other, and twice, because others may look too.
    /// </summary>
    private static async Task<bool> AgreeAsync(List<SourceConnection> connections, (string File, long Offset) position, CancellationToken cancellationToken)
    {
        foreach (var connection in connections.Concat(connections))
        {
            if (await ReadAsync(connection, cancellationToken).ConfigureAwait(false) != position)
            {
                return false;
            }
        }

        return true;
    }
}
