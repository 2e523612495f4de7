namespace Ingot.Replication;

/// <summary>Hears how a replication goes on. The calls come from several threads, at most a few a second for each table; they must return at once.</summary>
public interface IReplicationProgress
{
    /// <summary>A table's load has begun.</summary>
    /// <param name="table">The table's bronze name.</param>
    /// <param name="rows">The rows that the server counted.</param>
    void TableStarted(string table, long rows);

    /// <summary>More of a table has been read.</summary>
    /// <param name="table">The table's bronze name.</param>
    /// <param name="rows">The rows read so far.</param>
    /// <param name="bytes">The bytes read from the server so far.</param>
    /// <param name="share">The share of the table that is done, 0 to 1.</param>
    void TableAdvanced(string table, long rows, long bytes, double share);

    /// <summary>A table's load is published.</summary>
    /// <param name="result">The table's result.</param>
    void TableFinished(TableReplicationResult result);
}
