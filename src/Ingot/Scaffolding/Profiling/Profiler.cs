using System.Collections.Concurrent;
using Ingot.MySql;

namespace Ingot.Scaffolding.Profiling;

/// <summary>Looks at some rows of tables: small tables whole, of larger ones ranges of the key. Never reads a large table whole.</summary>
public static class Profiler
{
    /// <summary>Profiles tables.</summary>
    /// <param name="source">The source.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="options">How much to read.</param>
    /// <param name="progress">Hears of each table, or null.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>A profile a table; a table that could not be read, because it was dropped, is locked or takes too long, has none.</returns>
    /// <exception cref="MySqlSourceException">No connection can be opened, or one was lost.</exception>
    public static async Task<IReadOnlyDictionary<TableSchema, TableProfile>> ProfileAsync(
        MySqlSource source, IReadOnlyList<TableSchema> tables, ProfileOptions options, IProfileProgress? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(options);

        // The largest first, so that the workers end at about the same time.
        var queue = new ConcurrentQueue<TableSchema>(tables.OrderByDescending(table => table.EstimatedSizeInBytes));
        var profiles = new ConcurrentDictionary<TableSchema, TableProfile>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.MaximumConnections, tables.Count)).Select(async _ =>
        {
            try
            {
                await WorkAsync(source, queue, profiles, options, progress, stop.Token).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        })).ConfigureAwait(false);
        return profiles;
    }

    private static async Task WorkAsync(
        MySqlSource source,
        ConcurrentQueue<TableSchema> queue,
        ConcurrentDictionary<TableSchema, TableProfile> profiles,
        ProfileOptions options,
        IProfileProgress? progress,
        CancellationToken cancellationToken)
    {
        await using var connection = await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        await LimitAsync(connection, options.StatementLimit, cancellationToken).ConfigureAwait(false);
        while (queue.TryDequeue(out var table))
        {
            TableProfile? profile = null;
            string? reason = null;
            try
            {
                profile = await ProfileAsync(connection, table, options, cancellationToken).ConfigureAwait(false);
                profiles[table] = profile;
            }
            catch (MySqlSourceException refused) when (refused.ServerErrorNumber > 0)
            {
                reason = refused.Message;
            }

            progress?.TableProfiled(table, profile, reason);
        }
    }

    // What waits for a lock, or reads longer than was thought, gives no profile rather than a delay.
    private static async Task LimitAsync(SourceConnection connection, TimeSpan limit, CancellationToken cancellationToken)
    {
        var statement = connection.Flavor == ServerFlavor.MariaDb
            ? FormattableString.Invariant($"SET SESSION max_statement_time = {limit.TotalSeconds:0.###}")
            : FormattableString.Invariant($"SET SESSION max_execution_time = {limit.TotalMilliseconds:0}");
        await connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(FormattableString.Invariant($"SET SESSION lock_wait_timeout = {Math.Max(1, Math.Ceiling(limit.TotalSeconds)):0}"), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<TableProfile> ProfileAsync(SourceConnection connection, TableSchema table, ProfileOptions options, CancellationToken cancellationToken)
    {
        var readings = table.Columns.Select(SampleQueries.ReadingOf).ToArray();
        var profilers = readings.Select(reading => new ColumnProfiler(reading)).ToArray();
        var limit = SampleQueries.RowLimit(table, options);
        var isFromStart = SampleQueries.IsReadFromStart(table, limit);
        var bounds = isFromStart || SampleQueries.BoundsQuery(table) is not { } query ? null : await ReadBoundsAsync(connection, query, cancellationToken).ConfigureAwait(false);
        long rows = 0;
        foreach (var statement in SampleQueries.Build(table, limit, options.Ranges, bounds))
        {
            var sample = await connection.QueryAsync(statement, cancellationToken).ConfigureAwait(false);
            rows += sample.Rows.Count;
            foreach (var row in sample.Rows)
            {
                Add(row, readings, profilers);
            }
        }

        var columns = table.Columns.Zip(profilers).ToDictionary(pair => pair.First.Name, pair => pair.Second.Build(), StringComparer.Ordinal);
        return new TableProfile(rows, isFromStart && rows < limit, columns);
    }

    private static async Task<(string Low, string High)?> ReadBoundsAsync(SourceConnection connection, string query, CancellationToken cancellationToken)
    {
        var row = (await connection.QueryAsync(query, cancellationToken).ConfigureAwait(false)).Rows[0];
        return row[0] is { } low && row[1] is { } high ? (low, high) : null;
    }

    private static void Add(string?[] row, ColumnReading[] readings, ColumnProfiler[] profilers)
    {
        var place = 0;
        for (var i = 0; i < profilers.Length; i++)
        {
            var hasLength = readings[i] is ColumnReading.LongText or ColumnReading.Binary;
            profilers[i].Add(row[place], hasLength ? row[place + 1] : null);
            place += hasLength ? 2 : 1;
        }
    }
}
