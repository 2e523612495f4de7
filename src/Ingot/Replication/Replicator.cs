using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Landing;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>Loads tables of a source into landing. Prints nothing. One call at a time on one landing folder: the lake's lock is the caller's.</summary>
public sealed class Replicator
{
    /// <summary>
    /// The memory that the DuckDB instance should be allowed while a load runs, in bytes. No load takes this much: row groups are bounded, and a large row is written alone, which takes three times
    /// its length (and four to five times by DuckDB's own count). So it only stops single values of hundreds of megabytes, by an error of its own.
    /// </summary>
    public const long EngineMemoryInBytes = 2_000_000_000;

    private readonly MySqlSource _source;
    private readonly LandingFolder _landing;
    private readonly DuckDbDatabase _database;
    private readonly ReplicationOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a replicator.</summary>
    /// <param name="source">The source.</param>
    /// <param name="landing">The landing folder.</param>
    /// <param name="database">The process's DuckDB instance.</param>
    /// <param name="options">How to read; null: the defaults.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public Replicator(MySqlSource source, LandingFolder landing, DuckDbDatabase database, ReplicationOptions? options = null, TimeProvider? time = null)
    {
        _source = source;
        _landing = landing;
        _database = database;
        _options = options ?? new ReplicationOptions();
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Plans a replication: each table is loaded, or skipped because the source has not moved since its last complete load. Removes nothing, writes nothing.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="adoptedPositions">The positions (<c>ingot.position</c> JSON) of the newest loads that bronze has adopted, by bronze table name, for tables whose landing was cleaned; null: none.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="MySqlSourceException">The source cannot be read, a table is not there, or a column type is not known.</exception>
    /// <exception cref="PipelineException">A table cannot be landed: a reserved column name, a wrong key, a time zone that is not supported.</exception>
    public async Task<ReplicationPlan> PlanAsync(
        IReadOnlyList<TableDefinition> tables, IReadOnlyDictionary<string, string>? adoptedPositions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (_options.TimeZone is not ("UTC" or "Etc/UTC" or "+00:00" or "GMT"))
        {
            throw new PipelineException(
                "INGOT1009", $"source.time_zone is '{_options.TimeZone}': DATETIME values are read as UTC, other zones are not supported yet.", "Write time_zone: UTC, and convert in a silver model with to_utc_timestamp.");
        }

        await using var connection = await SourceConnection.OpenAsync(_source, cancellationToken).ConfigureAwait(false);
        var planner = new ReplicationPlanner(connection, _landing, _database, _options.LoadAnyway);
        return await planner.PlanAsync(tables, adoptedPositions, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Walks a plan: one snapshot, all tables, published table by table. What a killed load left is removed first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Hears of the progress, or null.</param>
    /// <param name="cancellationToken">Kills our queries on the server and ends the load; nothing of an unfinished table stays.</param>
    /// <returns>The result.</returns>
    /// <exception cref="MySqlSourceException">The server failed, or a value is refused.</exception>
    /// <exception cref="PipelineException">No space, or counts differ.</exception>
    public async Task<ReplicationResult> RunAsync(ReplicationPlan plan, IReplicationProgress? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var started = _time.GetTimestamp();
        await _database.RunAsync(
            connection =>
            {
                foreach (var table in plan.Tables)
                {
                    LoadFolder.RemoveLeftovers(connection, _landing.Table(table.Table.Schema, table.Table.Table));
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        var results = plan.Tables.Where(table => table.Action == TableAction.Skip).ToDictionary(table => table.Table.Name, Skip);
        foreach (var skipped in results.Values)
        {
            progress?.TableFinished(skipped);
        }

        var loads = plan.Tables.Where(table => table.Action == TableAction.Load).ToList();
        SnapshotPosition? position = null;
        var connections = 0;
        if (loads.Count > 0)
        {
            LandingSpace.Check(_landing, loads);
            await using var snapshot = await ConsistentSnapshot.OpenAsync(
                _source, _options.MaximumConnections, [.. loads.Select(load => (load.Schema.Schema, load.Schema.Name))], cancellationToken).ConfigureAwait(false);
            position = snapshot.Position;
            connections = snapshot.Connections.Count;
            var run = new LoadRun(snapshot, _landing, _database, _options, _time, progress);
            foreach (var result in await run.RunAsync(loads, cancellationToken).ConfigureAwait(false))
            {
                results[result.Table] = result;
            }
        }

        return new ReplicationResult([.. plan.Tables.Select(table => results[table.Table.Name])], position, connections, _time.GetElapsedTime(started));
    }

    private static TableReplicationResult Skip(TableReplicationPlan plan) => new()
    {
        Table = plan.Table.Name,
        Source = plan.Schema.FullName,
        Action = TableAction.Skip,
        Reason = plan.Reason,
    };
}
