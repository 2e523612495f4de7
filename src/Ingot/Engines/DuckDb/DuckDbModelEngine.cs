using System.Globalization;
using DuckDB.NET.Data;
using Ingot.Definition;
using Ingot.Delta.Schema;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.Quality;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
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
        var query = Translate(computation, out var analyzed);
        var schema = SchemaOf(model, analyzed);
        var checks = TranslateChecks(model, analyzed);
        try
        {
            return await _database.RunAsync(connection => Compute(connection, computation, query, schema, checks), cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException exception)
        {
            throw new PipelineException(
                "INGOT5001", $"{model.Table} ({model.File}) cannot be computed: {exception.Message}", "Mend the SQL or the data that it names; the table keeps its last good version.", exception);
        }
    }

    private static ModelOutput Compute(DuckDBConnection connection, ModelComputation computation, string query, StructType schema, IReadOnlyList<TranslatedCheck> checks)
    {
        var model = computation.Model;
        var drops = checks.Where(check => check.Expectation.Else == ExpectationAction.Drop).ToList();

        // Where rows may be dropped, the checks are counted on the query itself, and only rows that pass are written. Else the written files are counted, which costs less.
        var counts = drops.Count > 0 ? Count(connection, query, checks) : null;
        var passing = drops.Count > 0 ? $"SELECT * FROM ({query}) WHERE {string.Join(" AND ", drops.Select(check => $"(({check.Sql}) IS TRUE)"))}" : query;
        var files = ResultFiles.Write(connection, passing, computation.TableFolder, computation.RunFolder, FileSize);
        var written = files.Count == 0 ? $"SELECT * FROM ({query}) LIMIT 0" : $"SELECT * FROM read_parquet([{string.Join(", ", files.Select(file => DuckDbDatabase.Quote(Path.Combine(computation.TableFolder, file.Path))))}])";
        counts ??= Count(connection, written, checks);
        var rows = files.Sum(file => file.Rows);

        var expectations = checks
            .Select((check, index) => new ExpectationResult(model.Table, check.Expectation.Name, check.Expectation.Check, check.Expectation.Else, counts.Rows, counts.Failed[index]))
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

    private static string Translate(ModelComputation computation, out AnalyzedQuery analyzed)
    {
        try
        {
            analyzed = Analyzer.Analyze(SparkSqlParser.ParseQuery(computation.Model.Text), computation.Inputs);
            return SparkTranslator.TranslateQuery(analyzed, computation.Inputs.RelationSql);
        }
        catch (SparkSqlException exception)
        {
            throw Refused(computation.Model, exception);
        }
    }

    private static List<TranslatedCheck> TranslateChecks(ModelDefinition model, AnalyzedQuery analyzed)
    {
        var columns = analyzed.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable)).ToList();
        try
        {
            return [.. model.Expectations.Select(expectation => new TranslatedCheck(
                expectation,
                SparkTranslator.TranslateExpression(Analyzer.AnalyzeExpression(SparkSqlParser.ParseExpression(expectation.Check), columns))))];
        }
        catch (SparkSqlException exception)
        {
            throw Refused(model, exception);
        }
    }

    private static StructType SchemaOf(ModelDefinition model, AnalyzedQuery analyzed) =>
        new(analyzed.Columns.Select(column => new StructField(
            column.Name,
            ColumnTypes.TryToDelta(column.Type)
                ?? throw new PipelineException("INGOT5002", $"{model.File}:{column.Place}: a table cannot hold column {column.Name} of type {column.Type}.", "Cast it to a type that a table holds."))));

    private static PipelineException Refused(ModelDefinition model, SparkSqlException exception) =>
        new("INGOT5003", string.Join(Environment.NewLine, exception.Errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{model.File}:{error}"))), "`ingot check` shows all such places at once.", exception);

    private sealed record TranslatedCheck(Expectation Expectation, string Sql);

    private sealed record CheckCounts(long Rows, IReadOnlyList<long> Failed);
}
