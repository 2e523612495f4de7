using System.Globalization;
using Ingot.Definition;
using Ingot.Delta.Schema;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.Transform;

namespace Ingot.Engines.DuckDb;

/// <summary>A model in DuckDB's SQL, over certain versions of its inputs.</summary>
/// <param name="Query">The SELECT that gives its rows, before any is dropped.</param>
/// <param name="Schema">The columns of its table.</param>
/// <param name="Checks">Its expectations.</param>
internal sealed record TranslatedModel(string Query, StructType Schema, IReadOnlyList<TranslatedCheck> Checks)
{
    /// <summary>The full name of the table whose rows a row-wise model takes; null: it is not row-wise.</summary>
    public string? DrivingTable { get; init; }

    /// <summary>Whether rows may be dropped.</summary>
    public bool HasDrops => Checks.Any(check => check.Expectation.Else == ExpectationAction.Drop);

    /// <summary>The condition that a row meets when no expectation drops it.</summary>
    public string Passes => string.Join(" AND ", Checks.Where(check => check.Expectation.Else == ExpectationAction.Drop).Select(check => $"(({check.Sql}) IS TRUE)").DefaultIfEmpty("TRUE"));

    /// <summary>Translates a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The tables that it reads.</param>
    /// <returns>The translation.</returns>
    /// <exception cref="PipelineException">The SQL is refused; the message has every place.</exception>
    public static TranslatedModel Build(ModelDefinition model, InputTables inputs)
    {
        try
        {
            var analyzed = Analyzer.Analyze(SparkSqlParser.ParseQuery(model.Text), inputs);
            var columns = analyzed.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable)).ToList();
            return new TranslatedModel(
                SparkTranslator.TranslateQuery(analyzed, inputs.RelationSql),
                SchemaOf(model, analyzed),
                [.. model.Expectations.Select(expectation => ExpectationTranslator.Translate(model, expectation, columns, inputs))])
            {
                DrivingTable = analyzed.DrivingTable?.FullName,
            };
        }
        catch (SparkSqlException exception)
        {
            throw new PipelineException(
                "INGOT5003",
                string.Join(Environment.NewLine, exception.Errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{model.File}:{error}"))),
                "`ingot check` shows all such places at once.",
                exception);
        }
    }

    private static StructType SchemaOf(ModelDefinition model, AnalyzedQuery analyzed) =>
        new(analyzed.Columns.Select(column => ColumnDefinition.AddTo(new StructField(
            column.Name,
            ColumnTypes.TryToDelta(column.Type)
                ?? throw new PipelineException("INGOT5002", $"{model.File}:{column.Place}: a table cannot hold column {column.Name} of type {column.Type}.", "Cast it to a type that a table holds.")), model.Columns)));
}
