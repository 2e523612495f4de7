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
/// <see cref="VerifyOptions.MaxConnections"/> queries at once; a cancellation kills them on the server. One call at a time.
/// </summary>
public sealed class Verifier
{
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
    /// <returns>What was found. Differences are a result, not an error.</returns>
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
        var keyResults = new List<KeyVerification>(keys.Count);
        foreach (var set in keys)
        {
            keyResults.Add(await KeyComparison.RunAsync(set, QueryLakeAsync, _options.MaxDescribed, cancellationToken).ConfigureAwait(false));
        }

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
        var results = new List<TableVerification>(tables.Count);
        foreach (var table in tables)
        {
            var schema = schemas.GetValueOrDefault((table.Schema, table.Table))
                ?? await SchemaReader.LoadTableAsync(snapshot.Connections[0], table.Schema, table.Table, cancellationToken).ConfigureAwait(false);
            var compared = new ComparedTable(table, SourceTable.Of(schema, table.Without).Schema, _options, DoubleText.Read(doubles[0]), server.QueryAsync, QueryLakeAsync);
            await RequireColumnsAsync(table, compared, cancellationToken).ConfigureAwait(false);
            var result = await new TableComparison(compared, _options, snapshot.Connections.Count, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            var position = LakePosition.Parse(table.PositionJson);
            result = result with { Position = position, SourceMovedOn = position?.IsBefore(snapshot.Position) };
            progress?.TableFinished(result);
            results.Add(result);
        }

        return (results, snapshot.Position);
    }

    private async Task RequireColumnsAsync(VerifiedTable table, ComparedTable compared, CancellationToken cancellationToken)
    {
        var described = await QueryLakeAsync($"DESCRIBE {table.CurrentStateSql}", cancellationToken).ConfigureAwait(false);
        var inLake = described.Select(row => row[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase);
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
