namespace Ingot.MySql;

/// <summary>Locks that a load takes where the account may.</summary>
public static class SnapshotLocks
{
    /// <summary>Runs a statement that locks.</summary>
    /// <param name="connection">The connection that holds the lock until UNLOCK TABLES or its end.</param>
    /// <param name="statement">The statement; it waits as long as the session's <c>lock_wait_timeout</c>.</param>
    /// <param name="cancellationToken">Kills the statement on the server.</param>
    /// <returns>Whether the lock is held; false: no right, or somebody holds the tables longer than the session waits.</returns>
    /// <exception cref="MySqlSourceException">The server refuses for another reason.</exception>
    public static async Task<bool> TryLockAsync(SourceConnection connection, string statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        try
        {
            await connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (MySqlSourceException refused) when (refused.ServerErrorNumber is 1044 or 1045 or 1142 or 1143 or 1205 or 1227 or 1290 or 1370 or 3024)
        {
            return false;
        }
    }
}
