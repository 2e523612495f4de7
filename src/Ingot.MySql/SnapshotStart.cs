using System.Globalization;

namespace Ingot.MySql;

/// <summary>Brings connections to one state, by what the server offers and grants.</summary>
internal static class SnapshotStart
{
    // A position moves with every commit; at hundreds of commits a second an attempt still succeeds every few times.
    private const int AttemptsToAgree = 40;

    public static async Task<(SnapshotMethod Method, SnapshotPosition Position)> RunAsync(
        List<SourceConnection> connections, MySqlServerFacts facts, IReadOnlyList<(string Schema, string Table)> tables, bool mayLock, CancellationToken cancellationToken)
    {
        if (facts.HasSnapshotPosition && await TryAgreeAsync(connections, facts, cancellationToken).ConfigureAwait(false) is { } agreed)
        {
            return (SnapshotMethod.AgreedPosition, agreed);
        }

        if (!mayLock)
        {
            return (SnapshotMethod.SingleConnection, await StartSingleAsync(connections, facts, cancellationToken).ConfigureAwait(false));
        }

        await using var locker = await SourceConnection.OpenAsync(connections[0].Source, cancellationToken).ConfigureAwait(false);
        await locker.ExecuteAsync("SET SESSION lock_wait_timeout = 1", cancellationToken).ConfigureAwait(false);
        if (await SnapshotLocks.TryLockAsync(locker, "FLUSH TABLES WITH READ LOCK", cancellationToken).ConfigureAwait(false))
        {
            return (SnapshotMethod.GlobalReadLock, await StartUnderLockAsync(connections, locker, facts, cancellationToken).ConfigureAwait(false));
        }

        var names = string.Join(", ", tables.Select(table => $"{MySqlText.QuoteName(table.Schema)}.{MySqlText.QuoteName(table.Table)} READ"));
        if (tables.Count > 0 && await SnapshotLocks.TryLockAsync(locker, $"LOCK TABLES {names}", cancellationToken).ConfigureAwait(false))
        {
            return (SnapshotMethod.TableLocks, await StartUnderLockAsync(connections, locker, facts, cancellationToken).ConfigureAwait(false));
        }

        return (SnapshotMethod.SingleConnection, await StartSingleAsync(connections, facts, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<SnapshotPosition?> TryAgreeAsync(List<SourceConnection> connections, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AttemptsToAgree; attempt++)
        {
            await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
            if (await ReadSnapshotPositionAsync(connections[0], cancellationToken).ConfigureAwait(false) is not var (file, offset))
            {
                return null;
            }

            if (await AgreeAsync(connections, (file, offset), cancellationToken).ConfigureAwait(false))
            {
                return await WithGtidAsync(connections[0], facts, file, offset, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether all connections stand at a position. The server keeps what SHOW STATUS shows of it in one place for all sessions: of two at the same time, one can be shown the other's position.
    /// So they are asked one after the other, and twice, because others may look too.
    /// </summary>
    private static async Task<bool> AgreeAsync(List<SourceConnection> connections, (string File, long Offset) position, CancellationToken cancellationToken)
    {
        foreach (var connection in connections.Concat(connections))
        {
            if (await ReadSnapshotPositionAsync(connection, cancellationToken).ConfigureAwait(false) != position)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<(string File, long Offset)?> ReadSnapshotPositionAsync(SourceConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync("SHOW STATUS LIKE 'binlog\\_snapshot\\_%'", cancellationToken).ConfigureAwait(false);
        var values = rows.Rows.ToDictionary(row => row[0]!, row => row[1] ?? "", StringComparer.OrdinalIgnoreCase);
        return values.TryGetValue("Binlog_snapshot_file", out var file) && file.Length > 0
            ? (file, long.Parse(values["Binlog_snapshot_position"], CultureInfo.InvariantCulture))
            : null;
    }

    private static async Task<SnapshotPosition> WithGtidAsync(
        SourceConnection connection, MySqlServerFacts facts, string file, long offset, CancellationToken cancellationToken)
    {
        var gtid = facts.GtidIsOn
            ? await connection.ScalarAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT BINLOG_GTID_POS({MySqlText.Quote(file)}, {offset})"), cancellationToken).ConfigureAwait(false)
            : null;
        return new SnapshotPosition { Flavor = facts.Flavor, Server = facts.Server, File = file, Offset = offset, Gtid = gtid };
    }

    private static async Task<SnapshotPosition> StartUnderLockAsync(
        List<SourceConnection> connections, SourceConnection locker, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
        if (facts.HasSnapshotPosition && await ReadSnapshotPositionAsync(connections[0], cancellationToken).ConfigureAwait(false) is var (file, offset))
        {
            return await WithGtidAsync(connections[0], facts, file, offset, cancellationToken).ConfigureAwait(false);
        }

        var gtid = await ReadGtidAsync(locker, facts, cancellationToken).ConfigureAwait(false);
        var status = await TryReadBinlogStatusAsync(locker, facts, cancellationToken).ConfigureAwait(false);
        await locker.ExecuteAsync("UNLOCK TABLES", cancellationToken).ConfigureAwait(false);
        return new SnapshotPosition { Flavor = facts.Flavor, Server = facts.Server, File = status?.File, Offset = status?.Offset, Gtid = gtid };
    }

    private static async Task<SnapshotPosition> StartSingleAsync(List<SourceConnection> connections, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        foreach (var connection in connections.Skip(1))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        connections.RemoveRange(1, connections.Count - 1);
        await connections[0].ExecuteAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);

        // Read before the snapshot: the snapshot may hold a little more, never less. Changes from here on are applied once more, which is harmless.
        var gtid = await ReadGtidAsync(connections[0], facts, cancellationToken).ConfigureAwait(false);
        await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
        return new SnapshotPosition { Flavor = facts.Flavor, Server = facts.Server, Gtid = gtid };
    }

    private static Task<string?> ReadGtidAsync(SourceConnection connection, MySqlServerFacts facts, CancellationToken cancellationToken) =>
        facts.GtidIsOn ? connection.ScalarAsync(facts.GtidQuery, cancellationToken) : Task.FromResult<string?>(null);

    private static async Task<(string File, long Offset)?> TryReadBinlogStatusAsync(SourceConnection connection, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await connection.QueryAsync(facts.BinlogStatusStatement, cancellationToken).ConfigureAwait(false);
            return rows.Rows.Count == 0 ? null : (rows.Rows[0][0]!, long.Parse(rows.Rows[0][1]!, CultureInfo.InvariantCulture));
        }
        catch (MySqlSourceException refused) when (refused.ServerErrorNumber == 1227)
        {
            // Without REPLICATION CLIENT the file position stays unknown; the GTID set says the same.
            return null;
        }
    }
}
