using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Landing;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>Loads tables of a source into landing. Prints nothing. One call at a time on one landing folder: the lake's lock is the caller's.</summary>
public sealed class Replicator
{
    /// <summary>Makes a replicator.</summary>
    /// <param name="source">The source.</param>
    /// <param name="landing">The landing folder.</param>
    /// <param name="database">The process's DuckDB instance.</param>
    /// <param name="options">How to read; null: the defaults.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public Replicator(MySqlSource source, LandingFolder landing, DuckDbDatabase database, ReplicationOptions? options = null, TimeProvider? time = null)
    {
    }

    /// <summary>Plans a replication: each table is loaded, or skipped because the source has not moved since its last complete load. Removes nothing, writes nothing.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="adoptedPositions">The positions (<c>ingot.position</c> JSON) of the newest loads that bronze has adopted, by bronze table name, for tables whose landing was cleaned; null: none.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="MySqlSourceException">The source cannot be read, or a table is not there.</exception>
    /// <exception cref="PipelineException">A table cannot be landed: a reserved column name, a column type that is not known.</exception>
    public Task<ReplicationPlan> PlanAsync(
        IReadOnlyList<TableDefinition> tables, IReadOnlyDictionary<string, string>? adoptedPositions, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Walks a plan: one snapshot, all tables, published table by table. What a killed load left is removed first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Hears of the progress, or null.</param>
    /// <param name="cancellationToken">Kills our queries on the server and ends the load; nothing of an unfinished table stays.</param>
    /// <returns>The result.</returns>
    /// <exception cref="MySqlSourceException">The server failed, or a value is refused.</exception>
    /// <exception cref="PipelineException">No space, or counts differ.</exception>
    public Task<ReplicationResult> RunAsync(ReplicationPlan plan, IReplicationProgress? progress, CancellationToken cancellationToken) => throw new NotImplementedException();
}
