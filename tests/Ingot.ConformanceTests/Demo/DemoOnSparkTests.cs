using System.Text.Json;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Seeding;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Demo;

/// <summary>The demo's models on a real Spark, as the files have them, over the bronze of a lake that Ingot made: the same silver and gold, in types and in every value.</summary>
public sealed class DemoOnSparkTests
{
    private const double Scale = 0.1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spark_runs_the_models_unchanged_and_gives_the_tables_that_the_embedded_engine_gave()
    {
        Assert.SkipWhen(SharedTools.TryFind("spark/spark-connect") is null, SharedTools.MissingReason("spark/spark-connect"));
        using var folder = new TemporaryFolder();
        await using var server = new MariaDbServer();
        await using var database = await server.CreateDatabaseAsync("shop_on_spark");
        var pipeline = DemoPipeline.Copy(folder, database);
        await new Seeder(MySqlSource.Parse(database.Url), new SeedOptions { Database = database.Name, Scale = Scale }).SeedAsync(cancellationToken: Cancellation);
        var run = await CliProcess.RunAsync(folder.Path, "run", "--pipeline", pipeline, "--lake", folder.Combine("lake"), "--source", database.Url);
        Assert.True(run.ExitCode == 0, $"{run.Output}\n{run.Error}");
        var loaded = DefinitionLoader.Load(pipeline, environmentName: null, new DefinitionOptions { CurrentFolder = folder.Path });
        var definition = loaded.Definition ?? throw new InvalidOperationException(string.Join('\n', loaded.Errors));
        var models = new ModelGraph(definition.Models).Order;

        var results = Split(await SparkTool.RunAsync(
        [
            "CREATE DATABASE bronze", "CREATE DATABASE silver", "CREATE DATABASE gold",
            .. definition.Tables.Select(table => ViewOfBronze(folder, table.Name)),
            .. models.Select(CreateTable),
            .. models.SelectMany(model => Compare(folder, model)),
        ]));

        Assert.Equal(models.Select(model => model.Table.ToString()), results.Keys);
        foreach (var (model, rows) in results)
        {
            var counts = rows[0];
            Assert.True(counts.GetProperty("spark_rows").GetInt64() > 0, $"{model} is empty");
            Assert.True(
                counts.GetProperty("only_spark").GetInt64() == 0 && counts.GetProperty("only_ours").GetInt64() == 0,
                $"{model} differs: {counts}. {string.Join('\n', rows.Where(row => row.TryGetProperty("side", out _)))}");
            var types = rows.Skip(1).Where(row => row.TryGetProperty("data_type", out _)).Select(row => $"{row.GetProperty("col_name")} {row.GetProperty("data_type")}").ToList();
            Assert.NotEmpty(types);
            Assert.Equal(types[..(types.Count / 2)], types[(types.Count / 2)..]);
        }
    }

    /// <summary>The current state of a table that was loaded whole, and not changed since: its newest load.</summary>
    private static string ViewOfBronze(TemporaryFolder folder, string table)
    {
        var path = Delta(folder, $"bronze/{table}");
        return $"CREATE VIEW bronze.{table} AS SELECT * FROM {path} WHERE load_id = (SELECT max(load_id) FROM {path})";
    }

    /// <summary>The model as its file has it; rows that it drops are left out, as Ingot leaves them out.</summary>
    private static string CreateTable(ModelDefinition model)
    {
        var drops = model.Expectations.Where(expectation => expectation.Else == ExpectationAction.Drop).Select(expectation => $"({expectation.Check})").ToList();
        var query = drops.Count == 0 ? model.Text : $"SELECT * FROM (\n{model.Text}\n) AS model WHERE {string.Join(" AND ", drops)}";
        return $"CREATE TABLE {model.Table} USING parquet AS\n{query}";
    }

    private static IEnumerable<string> Compare(TemporaryFolder folder, ModelDefinition model)
    {
        var ours = Delta(folder, model.Table.ToString().Replace('.', '/'));
        var onlySpark = $"(SELECT * FROM {model.Table} EXCEPT ALL SELECT * FROM {ours})";
        var onlyOurs = $"(SELECT * FROM {ours} EXCEPT ALL SELECT * FROM {model.Table})";
        return
        [
            $"""
            SELECT '{model.Table}' AS model, (SELECT count(*) FROM {model.Table}) AS spark_rows,
              (SELECT count(*) FROM {onlySpark}) AS only_spark, (SELECT count(*) FROM {onlyOurs}) AS only_ours
            """,
            $"SELECT 'spark' AS side, * FROM {onlySpark} LIMIT 2",
            $"SELECT 'ours' AS side, * FROM {onlyOurs} LIMIT 2",
            $"DESCRIBE TABLE {model.Table}",
            $"DESCRIBE TABLE {ours}",
        ];
    }

    private static string Delta(TemporaryFolder folder, string table) => $"delta.`{folder.Combine($"lake/{table}")}`";

    private static Dictionary<string, List<JsonElement>> Split(IReadOnlyList<JsonElement> rows)
    {
        var results = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        List<JsonElement>? current = null;
        foreach (var row in rows)
        {
            if (row.TryGetProperty("model", out var model))
            {
                results.Add(model.GetString()!, current = []);
            }

            current?.Add(row);
        }

        return results;
    }
}
