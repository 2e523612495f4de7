using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Tests.SparkSql;

/// <summary>The demo's models go through the front end, and DuckDB takes what it makes of them.</summary>
public sealed partial class DemoModelTests
{
    [Fact]
    public void Every_model_of_the_demo_is_translated_and_bound()
    {
        var folder = PipelineFolder();
        var tables = new KnownTables();
        foreach (var (name, columns) in Bronze(File.ReadAllText(Path.Combine(folder, "source", "schema.sql"))))
        {
            tables.Add($"bronze.{name}", columns);
        }

        using var connection = TestDuckDb.Open();
        var waiting = new[] { "silver", "gold" }.SelectMany(layer => Directory.GetFiles(Path.Combine(folder, layer), "*.sql").Order().Select(file => (Layer: layer, File: file))).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(model => TableReferences.Of(SparkSqlParser.ParseQuery(File.ReadAllText(model.File))).All(table => tables.TryResolve(table.Name) is not null)).ToList();
            Assert.NotEmpty(ready);
            foreach (var (layer, file) in ready)
            {
                var query = Analyzer.Analyze(SparkSqlParser.ParseQuery(File.ReadAllText(file)), tables);
                if (layer == "silver")
                {
                    Assert.True(query.IsRowWise, file);
                    Assert.Contains(query.Columns, column => column.PassThrough is { Column: "id" });
                }

                var sql = SparkTranslator.TranslateQuery(query, use => tables.EmptyRelation(use.Name));
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
                tables.Add($"{layer}.{Path.GetFileNameWithoutExtension(file)}", [.. query.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable))]);
            }

            waiting.RemoveAll(ready.Contains);
        }
    }

    private static string PipelineFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "pipelines", "sales"));

    private static IEnumerable<(string Name, List<TableColumn> Columns)> Bronze(string schema)
    {
        foreach (Match table in TablePattern().Matches(schema))
        {
            var columns = new List<TableColumn>();
            foreach (Match column in ColumnPattern().Matches(table.Groups["body"].Value))
            {
                var type = column.Groups["type"].Value;
                var isUnsigned = column.Groups["unsigned"].Success;
                columns.Add(new TableColumn(column.Groups["name"].Value, type switch
                {
                    "BIGINT" => SparkType.Long,
                    "INT" => isUnsigned ? SparkType.Long : SparkType.Int,
                    "SMALLINT" or "MEDIUMINT" => SparkType.Int,
                    "TINYINT" => SparkType.Byte,
                    "DATE" => SparkType.Date,
                    "DATETIME" or "TIMESTAMP" => SparkType.Timestamp,
                    "DECIMAL" => SparkType.Decimal(int.Parse(column.Groups["precision"].Value), int.Parse(column.Groups["scale"].Value)),
                    _ => SparkType.String,
                }));
            }

            yield return (table.Groups["name"].Value, columns);
        }
    }

    [GeneratedRegex(@"CREATE TABLE (?<name>\w+) \((?<body>.*?)^\) ", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex TablePattern();

    [GeneratedRegex(@"^  (?<name>[a-z]\w*) (?<type>[A-Z]+)(\((?<precision>\d+)(,(?<scale>\d+))?\))?( (?<unsigned>UNSIGNED))?", RegexOptions.Multiline)]
    private static partial Regex ColumnPattern();
}
