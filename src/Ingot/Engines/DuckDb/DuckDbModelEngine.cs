using DuckDB.NET.Data;
using Ingot.Definition;
using Ingot.Quality;
using Ingot.Transform;

namespace Ingot.Engines.DuckDb;

/// <summary>Computes models with DuckDB in the process. Thread-safe.</summary>
internal sealed class DuckDbModelEngine : IModelEngine
{
    /// <summary>Large enough that a table is few files, small enough that a reader's tasks are even.</summary>
    private const string FileSize = "256MB";

    private readonly DuckDbDatabase _database;

    public DuckDbModelEngine(DuckDbDatabase database)
    {
        _database = database;
    }

    public async Task<ModelOutput> ComputeAsync(ModelComputation computation, CancellationToken cancellationToken)
    {
        var model = computation.Model;
        var translated = TranslatedModel.Build(model, computation.Inputs);
        try
        {
            return await _database.RunAsync(connection => Compute(connection, computation, translated), cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException exception)
        {
            throw new PipelineException(
                "INGOT5001", $"{model.Table} ({model.File}) cannot be computed: {exception.Message}", "Mend the SQL or the data that it names; the table keeps its last good version.", exception);
        }
    }

    private static ModelOutput Compute(DuckDBConnection connection, ModelComputation computation, TranslatedModel translated)
    {
        var model = computation.Model;
        var (query, schema, checks) = translated;

        // Where rows may be dropped, the checks are counted on the query itself, and only rows that pass are written. Else the written files are counted, which costs less.
        var counts = translated.HasDrops ? Count(connection, query, checks) : null;
        var passing = translated.HasDrops ? $"SELECT * FROM ({query}) WHERE {translated.Passes}" : query;
        var files = ResultFiles.Write(connection, passing, computation.TableFolder, computation.RunFolder, FileSize);
        var written = files.Count == 0
            ? $"SELECT * FROM ({query}) LIMIT 0"
            : $"SELECT * FROM read_parquet([{string.Join(", ", files.Select(file => DuckDbDatabase.QuoteFile(Path.Combine(computation.TableFolder, file.Path))))}])";
        counts ??= Count(connection, written, checks);
        var rows = files.Sum(file => file.Rows);

        var expectations = checks
            .Select((check, index) => new ExpectationResult(model.Table, check.Expectation.Name, check.Check, check.Expectation.Else, counts.Rows, counts.Failed[index]))
            .ToList();
        if (model.Key.Count > 0)
        {
            expectations.Insert(0, new ExpectationResult(model.Table, "key", string.Join(", ", model.Key), ExpectationAction.Fail, rows, CountKeyFailures(connection, written, model.Key)));
        }

        return new ModelOutput(schema, [.. files.Select(file => file.Path)], rows, counts.Rows - rows, expectations);
    }

    private static CheckCounts Count(DuckDBConnection connection, string relation, IReadOnlyList<TranslatedCheck> checks)
    {
        var columns = string.Concat(checks.Select(check => $", count(*) FILTER (WHERE (({check.Sql}) IS NOT TRUE))"));
        return connection.Query(
            $"SELECT count(*){columns} FROM ({relation})",
            row => new CheckCounts(row.GetInt64(0), [.. Enumerable.Range(1, checks.Count).Select(row.GetInt64)])).Single();
    }

    private static long CountKeyFailures(DuckDBConnection connection, string relation, IReadOnlyList<string> key)
    {
        var names = key.Select(DuckDbDatabase.QuoteName).ToList();
        var anyNull = string.Join(" OR ", names.Select(name => $"{name} IS NULL"));
        var value = names.Count == 1 ? names[0] : $"({string.Join(", ", names)})";
        return connection.Query(
            $"SELECT count(*) - count(DISTINCT {value}) FILTER (WHERE NOT ({anyNull})) FROM ({relation})",
            row => row.GetInt64(0)).Single();
    }

    private sealed record CheckCounts(long Rows, IReadOnlyList<long> Failed);
}
