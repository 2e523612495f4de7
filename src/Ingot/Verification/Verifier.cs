using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.Verification.Canonical;
using Ingot.Verification.Comparing;

namespace Ingot.Verification;

/// <summary>
/// Compares a lake with its source. Nothing is written and nothing is printed. The source is read in one consistent snapshot, in read-only transactions, at most
/// <see cref="VerifyOptions.MaxConnections"/> queries and tables at once; a cancellation kills them on the server. The first failure ends all. One call at a time.
/// </summary>
public sealed class Verifier
{
    /// <summary>The models whose keys are compared at once: DuckDB spreads a query over large files alone.</summary>
    private const int KeysAtOnce = 2;

    private readonly MySqlSource _source;
    private readonly DuckDbDatabase _database;
    private readonly VerifyOptions _options;

    /// <summary>Makes a verifier.</summary>
    /// <param name="source">The source.</param>
    /// <param name="database">The process's DuckDB instance.</param>
    /// <param name="options">How to compare; null: the defaults.</param>
    public Verifier(MySqlSource source, DuckDbDatabase database, VerifyOptions? options = null)
    {
        _source = source;
        _database = database;
        _options = options ?? new VerifyOptions();
    }

    /// <summary>Compares tables with the source, and keys of models with their driving tables.</summary>
    /// <param name="tables">The tables of bronze.</param>
    /// <param name="keys">The models of silver.</param>
    /// <param name="progress">Hears of the progress, or null.</param>
    /// <param name="cancellationToken">Kills the queries on the server, interrupts DuckDB, ends the call.</param>
    /// <returns>What was found, in the order of the tables and keys. Differences are a result, not an error.</returns>
    /// <exception cref="MySqlSourceException">The source cannot be read, or a table is not there.</exception>
    /// <exception cref="PipelineException">A table cannot be compared: a column's type, or a column that the lake lacks.</exception>
    public async Task<VerificationResult> VerifyAsync(
        IReadOnlyList<VerifiedTable> tables, IReadOnlyList<VerifiedKeys> keys, IVerificationProgress? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(keys);
        var start = Stopwatch.GetTimestamp();
        LakeFunctions.Register(_database);
        var (results, position) = tables.Count == 0
            ? ([], null)
            : await VerifyTablesAsync(tables, progress, cancellationToken).ConfigureAwait(false);
        var keyResults = await ForEachAsync(
            keys,
            KeysAtOnce,
            async (set, token) =>
            {
                progress?.KeysStarted(set.Name);
                var result = await KeyComparison.RunAsync(set, QueryLakeAsync, _options.MaxDescribed, token).ConfigureAwait(false);
                progress?.KeysFinished(result);
                return result;
            },
            cancellationToken).ConfigureAwait(false);

        return new VerificationResult
        {
            Tables = results,
            Keys = keyResults,
            SourcePosition = position,
            Thorough = _options.Thorough,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    private async Task<(IReadOnlyList<TableVerification> Tables, SnapshotPosition? Position)> VerifyTablesAsync(
        IReadOnlyList<VerifiedTable> tables, IVerificationProgress? progress, CancellationToken cancellationToken)
    {
        var names = tables.Select(table => (table.Schema, table.Table)).ToList();
        var snapshot = await ConsistentSnapshot.OpenAsync(_source, _options.MaxConnections, names, mayLock: false, cancellationToken).ConfigureAwait(false);
        await using var disposal = snapshot.ConfigureAwait(false);
        var server = new ServerQueries(snapshot.Connections);
        var doubles = await server.QueryAsync(DoubleText.Query, cancellationToken).ConfigureAwait(false);
        var schemas = await SchemaReader.LoadTablesAsync(snapshot.Connections[0], names, cancellationToken).ConfigureAwait(false);
        var compared = new List<(VerifiedTable Table, ComparedTable Sides)>(tables.Count);
        foreach (var table in tables)
        {
            var schema = schemas.GetValueOrDefault((table.Schema, table.Table))
                ?? await SchemaReader.LoadTableAsync(snapshot.Connections[0], table.Schema, table.Table, cancellationToken).ConfigureAwait(false);
            compared.Add((table, new ComparedTable(table, SourceTable.Of(schema, table.Without).Schema, _options, DoubleText.Read(doubles[0]), server.QueryAsync, QueryLakeAsync)));
        }

        var results = await ForEachAsync(
            compared,
            snapshot.Connections.Count,
            async (pair, token) =>
            {
                var (table, sides) = pair;
                await RequireColumnsAsync(table, sides, token).ConfigureAwait(false);
                var result = await new TableComparison(sides, _options, snapshot.Connections.Count, progress).RunAsync(token).ConfigureAwait(false);
                var position = LakePosition.Parse(table.PositionJson);
                result = result with { Position = position, SourceMovedOn = position?.IsBefore(snapshot.Position) };
                progress?.TableFinished(result);
                return result;
            },
            cancellationToken).ConfigureAwait(false);
        return (results, snapshot.Position);
    }

    /// <summary>Does all, several at once; the first that fails ends the others.</summary>
    private static async Task<IReadOnlyList<TResult>> ForEachAsync<T, TResult>(
        IReadOnlyList<T> items, int atOnce, Func<T, CancellationToken, Task<TResult>> compareAsync, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, parallel, async (i, token) => results[i] = await compareAsync(items[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }

    private async Task RequireColumnsAsync(VerifiedTable table, ComparedTable compared, CancellationToken cancellationToken)
    {
        var columns = table.Columns
            ?? [.. (await QueryLakeAsync($"DESCRIBE {table.CurrentStateSql}", cancellationToken).ConfigureAwait(false)).Select(row => row[0]!)];
        var inLake = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = compared.Columns.Where(column => !inLake.Contains(column.Name)).Select(column => column.Name).ToList();
        if (missing.Count > 0)
        {
            throw new PipelineException(
                VerificationErrorCodes.MissingColumn,
                $"bronze.{table.Name} has no column {string.Join(", ", missing)}, which {table.Schema}.{table.Table} has now.",
                "Load the table again with `ingot replicate` and `ingot adopt`.");
        }
    }

    /// <summary>Runs a query over the lake: all rows, as text.</summary>
    private Task<IReadOnlyList<string?[]>> QueryLakeAsync(string sql, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<string?[]>>(connection => connection.Query(sql, ReadTexts), cancellationToken);

    private static string?[] ReadTexts(DuckDBDataReader reader)
    {
        var row = new string?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
        }

        return row;
    }
}
