using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.Landing;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>Reads tables in one snapshot: first all are counted and split, then the ranges of all tables are read, one worker a connection.</summary>
internal sealed class LoadRun
{
    private readonly ConsistentSnapshot _snapshot;
    private readonly LandingFolder _landing;
    private readonly DuckDbDatabase _database;
    private readonly ReplicationOptions _options;
    private readonly TimeProvider _time;
    private readonly IReplicationProgress? _progress;
    private readonly ConcurrentBag<TableReplicationResult> _results = [];

    public LoadRun(
        ConsistentSnapshot snapshot, LandingFolder landing, DuckDbDatabase database, ReplicationOptions options, TimeProvider time, IReplicationProgress? progress)
    {
        _snapshot = snapshot;
        _landing = landing;
        _database = database;
        _options = options;
        _time = time;
        _progress = progress;
    }

    public async Task<IReadOnlyCollection<TableReplicationResult>> RunAsync(IReadOnlyList<TableReplicationPlan> plans, CancellationToken cancellationToken)
    {
        var loads = new List<TableLoad>();

        // Read again: a table may have been altered since the plan was made.
        var sources = await ReplicationPlanner.LoadSourcesAsync(_snapshot.Connections[0], [.. plans.Select(plan => plan.Table)], cancellationToken).ConfigureAwait(false);
        foreach (var (plan, source) in plans.Zip(sources))
        {
            loads.Add(new TableLoad(plan, source, _landing.Table(plan.Table.Schema, plan.Table.Table), _options, _progress));
        }

        try
        {
            await WorkAsync(
                loads.Where(load => load.Schema.IsInSnapshots).OrderByDescending(load => load.Schema.EstimatedSizeInBytes),
                (load, connection, token) => load.PrepareAsync(connection, _snapshot.Position, _snapshot.Connections.Count, token),
                cancellationToken).ConfigureAwait(false);

            // What no snapshot covers is counted and read in one go, whole: one SELECT on it sees one state.
            var ranges = from load in loads
                         orderby load.Schema.IsInSnapshots ? load.CountedRows : load.Schema.EstimatedRows descending
                         from item in load.Schema.IsInSnapshots ? load.Ranges.Select((range, index) => (Load: load, Range: range, Counter: index + 1)) : [(load, KeyRange.All, 1)]
                         select item;
            using var memory = new MemoryGate(_snapshot.Connections.Count);
            using var chunks = new ChunkGate(_snapshot.Connections.Count, _database.ReleaseMemory);
            var limits = new Limits(new RateLimit(_options, _time, cancellationToken), memory, chunks);
            await WorkAsync(
                ranges,
                (item, connection, token) => item.Load.Schema.IsInSnapshots
                    ? LoadRangeAsync(item.Load, item.Range, item.Counter, connection, null, limits, token)
                    : LoadGuardedAsync(item.Load, limits, token),
                cancellationToken).ConfigureAwait(false);
            return _results;
        }
        finally
        {
            loads.ForEach(load => load.Folder.Discard());
        }
    }

    /// <summary>One worker a connection takes items until none is left. The first failure stops all.</summary>
    private async Task WorkAsync<T>(IEnumerable<T> items, Func<T, SourceConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var queue = new ConcurrentQueue<T>(items);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;
        await Task.WhenAll(_snapshot.Connections.Select(async connection =>
        {
            try
            {
                while (!stop.IsCancellationRequested && queue.TryDequeue(out var item))
                {
                    await work(item, connection, stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception exception)
            {
                if (!stop.IsCancellationRequested)
                {
                    Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(exception), null);
                }

                await stop.CancelAsync().ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        first?.Throw();
    }

    private async Task LoadGuardedAsync(TableLoad load, Limits limits, CancellationToken cancellationToken)
    {
        await using var guard = await TableGuard.OpenAsync(_snapshot.Connections[0].Source, load.Schema, cancellationToken).ConfigureAwait(false);
        await load.PrepareAsync(guard.Connection, _snapshot.Position, 1, cancellationToken).ConfigureAwait(false);
        await guard.NoteAsync(load.CountedRows, cancellationToken).ConfigureAwait(false);
        await LoadRangeAsync(load, KeyRange.All, 1, guard.Connection, guard, limits, cancellationToken).ConfigureAwait(false);
    }

    private async Task LoadRangeAsync(
        TableLoad load, KeyRange range, int counter, SourceConnection connection, TableGuard? guard, Limits limits, CancellationToken cancellationToken)
    {
        try
        {
            load.BeginRange();
            using (await limits.Memory.EnterAsync(load.Weight, cancellationToken).ConfigureAwait(false))
            using (var reader = await connection.OpenReaderAsync(load.BuildQuery(range), $"Reading {load.Schema.FullName} failed", cancellationToken).ConfigureAwait(false))
            {
                using var source = load.CreateSource(reader, limits.Rate, limits.Chunks, cancellationToken);
                await LandingWriter.WriteAsync(_database, source, load.Folder.PathOf(counter), _snapshot.Time, load.Metadata, load.BytesOfARow, load.BytesOfARowGroup, cancellationToken).ConfigureAwait(false);
                await reader.RequireWholeValuesAsync(cancellationToken).ConfigureAwait(false);
            }

            if (load.FinishRange())
            {
                if (guard is not null)
                {
                    await guard.RequireUnchangedAsync(load.Rows, cancellationToken).ConfigureAwait(false);
                    load.Coverage = guard.Coverage;
                }

                _results.Add(await _database.RunAsync(load.Publish, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception cause) when (cause is DuckDBException or IOException or UnauthorizedAccessException && !cancellationToken.IsCancellationRequested)
        {
            throw Explain(load, cause);
        }
    }

    private static PipelineException Explain(TableLoad load, Exception cause)
    {
        if (cause.Message.Contains("No space left", StringComparison.Ordinal))
        {
            return LandingSpace.TooLittle(load.Folder.Folder, "it is full", cause);
        }

        return cause.Message.StartsWith("Out of Memory", StringComparison.Ordinal)
            ? new PipelineException("INGOT2043", $"{load.Schema.FullName} has a row too large for the memory of a load: {cause.Message.Split('\n')[0]}", "Leave the column of large values out with `without: [column]` at the table in ingot.yaml.", cause)
            : new PipelineException("INGOT2042", $"{load.Schema.FullName} cannot be written to {load.Folder.Folder}: {cause.Message}", "Check that the folder is writable.", cause);
    }

    /// <summary>What the readers of a load share.</summary>
    private sealed record Limits(RateLimit Rate, MemoryGate Memory, ChunkGate Chunks);
}
