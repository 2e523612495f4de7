namespace Ingot.MySql;

/// <summary>
/// MySQL with GTIDs: transactions are started until it is proven that nothing was committed between the first and the last of them. Nothing is locked.
/// </summary>
/// <remarks>
/// A transaction takes its GTID, and stands in <c>gtid_owned</c>, before the storage engine shows its rows to others; afterwards it goes to <c>gtid_executed</c>, in one step. Whatever became visible
/// between the first snapshot and the last is therefore, after the last, in one of the two, if <c>gtid_owned</c> is read first. When that is empty, and <c>gtid_executed</c> is what it was before the
/// first snapshot, then all of it was visible before the first snapshot: the snapshots are the same. <c>gtid_executed</c> alone proves nothing, because it is behind the engine.
/// What is committed with <c>sql_log_bin=0</c>, or in a database that the binlog leaves out, has no GTID and is not covered.
/// Source: MySQL Reference Manual, "GTID Life Cycle", and the server's variable <c>gtid_owned</c>.
/// </remarks>
internal static class GtidAgreement
{
    // An attempt takes a millisecond or less; at hundreds of commits a second every few of them succeed.
    private const int Attempts = 100;

    /// <summary>Starts a transaction on each connection.</summary>
    /// <param name="connections">The connections; those that are in a transaction leave it.</param>
    /// <param name="facts">The server, with <see cref="MySqlServerFacts.HasOwnedGtids"/>.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>The position of all of them, or null: commits came too densely.</returns>
    public static async Task<SnapshotPosition?> TryAsync(List<SourceConnection> connections, MySqlServerFacts facts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await connections[0].ScalarAsync(facts.GtidQuery, cancellationToken).ConfigureAwait(false);
            await ConsistentSnapshot.StartAllAsync(connections, cancellationToken).ConfigureAwait(false);
            var owned = await connections[0].ScalarAsync("SELECT @@GLOBAL.gtid_owned", cancellationToken).ConfigureAwait(false);
            var after = await connections[0].ScalarAsync(facts.GtidQuery, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(owned) && before == after)
            {
                return new SnapshotPosition { Flavor = facts.Flavor, Server = facts.Server, Gtid = before };
            }
        }

        return null;
    }
}
