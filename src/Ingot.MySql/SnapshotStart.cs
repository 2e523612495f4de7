using System.Globalization;

namespace Ingot.MySql;

/// <summary>Brings connections to one state, by what the server offers and grants.</summary>
internal static class SnapshotStart
{
    public static async Task<(SnapshotMethod Method, SnapshotPosition Position)> RunAsync(
        List<SourceConnection> connections, MySqlServerFacts facts, IReadOnlyList<(string Schema, string Table)> tables, bool mayLock, CancellationToken cancellationToken)
    {
        if (facts.HasSnapshotPosition && await PositionAgreement.TryAsync(connections, facts, cancellationToken).ConfigureAwait(false) is { } agreed)
        {
            return (SnapshotMethod.AgreedPosition, agreed);
        }

        if (!mayLock)
        {
            if (facts.HasOwnedGtids && await GtidAgreement.TryAsync(connections, facts, cancellationToken).ConfigureAwait(false) is { } proven)
            {
                return (SnapshotMethod.AgreedGtid, proven);
            }

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

    private static async Task<SnapshotPosition> StartUnderLockAsync(
        List<SourceConnection> connections, SourceConnection locker, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
        if (facts.HasSnapshotPosition && await PositionAgreement.ReadAsync(connections[0], cancellationToken).ConfigureAwait(false) is var (file, offset))
        {
            return await PositionAgreement.BuildAsync(connections[0], facts, file, offset, cancellationToken).ConfigureAwait(false);
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
