using System.Diagnostics;

namespace Ingot.Tests.Definition;

public sealed class ModelInputTests
{
    [Fact]
    public void Inputs_come_from_the_sql()
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [shop.clients, \"shop.`odd.name`\"]\n");
        folder.Write("silver/clients.sql", "SELECT * FROM bronze.Clients AS c JOIN bronze.`odd.name` AS o ON o.id = c.id");
        folder.Write("gold/report.sql", "WITH clients AS (SELECT * FROM silver.clients) SELECT * FROM clients WHERE id IN (SELECT id FROM bronze.clients) AND EXISTS (SELECT 1 FROM SILVER.CLIENTS)");

        var models = folder.LoadGood().Models;

        Assert.Equal(["bronze.clients", "bronze.odd.name"], models[0].Inputs.Select(input => input.ToString()));
        Assert.Equal(["silver.clients", "bronze.clients"], models[1].Inputs.Select(input => input.ToString()));
    }

    [Theory]
    [InlineData("silver/m.sql", "SELECT 1 AS a\nFROM bronze.clinets", "2:6 INGOT1024", "'bronze.clinets'", "'bronze.clients'")]
    [InlineData("silver/m.sql", "SELECT 1 AS a\nFROM clients", "2:6 INGOT1024", "has no layer", "'bronze.clients'")]
    [InlineData("silver/m.sql", "SELECT 1 AS a\nFROM shop.clients", "2:6 INGOT1024", "is no table", "'bronze.clients'")]
    [InlineData("silver/m.sql", "SELECT 1 AS a\nFROM gold.m", "2:6 INGOT1025", "bronze and silver", "gold")]
    [InlineData("gold/m.sql", "SELECT 1 AS a\nFROM system.runs", "2:6 INGOT1025", "system.runs", "ingot query")]
    [InlineData("gold/m.sql", "SELECT 1 AS a\nFROM gold.M", "2:6 INGOT1026", "reads itself", "")]
    [InlineData("gold/m.sql", "SELECT 1 AS a\nFROM", "2:5 INGOT1023", "", "spark-sql.md")]
    [InlineData("gold/m.sql", "/* ---\nexpect:\n  a: { check: \"a >\", else: warn }\n--- */\nSELECT 1 AS a", "3:19 INGOT1023", "'a'", "")]
    public void What_a_model_may_not_read_is_refused_with_its_place(string file, string text, string expected, string message, string nextStep)
    {
        using var folder = new PipelineFolder();
        folder.Write(file, text);

        var error = folder.LoadBad();

        Assert.Equal((file, expected), (error.Place.File, $"{error.Place.Line}:{error.Place.Column} {error.Code}"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(nextStep, error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_circle_is_reported_once_and_whole()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/a.sql", "SELECT 1 AS x FROM gold.b");
        folder.Write("gold/b.sql", "SELECT 1 AS x FROM silver.s, gold.c");
        folder.Write("gold/c.sql", "SELECT 1 AS x FROM gold.a");
        folder.Write("gold/d.sql", "SELECT 1 AS x FROM gold.a");
        folder.Write("silver/s.sql", "SELECT 1 AS x FROM silver.t");
        folder.Write("silver/t.sql", "SELECT 1 AS x FROM silver.s");

        var errors = folder.Load().Errors;

        Assert.Equal(
        [
            "gold/a.sql:1:20 Models read each other in a circle: gold.a reads gold.b reads gold.c reads gold.a.",
            "silver/s.sql:1:20 Models read each other in a circle: silver.s reads silver.t reads silver.s.",
        ], errors.Select(error => $"{error.Place} {error.Message}"));
    }

    [Fact]
    public void A_table_with_an_error_is_not_reported_again_by_the_models_that_read_it()
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [shop.x.clients]\n");
        folder.Write("silver/clients.sql", "SELECT 1 AS a FROM bronze.clients");
        folder.Write("gold/m.sql", "SELECT 1 AS a FROM silver.clients");

        Assert.Equal("INGOT1014", folder.LoadBad().Code);
    }

    [Fact]
    public void Errors_of_all_files_come_at_once()
    {
        using var folder = new PipelineFolder("version: 1\nname: 1\ntables: [shop.clients]\n");
        folder.Write("gold/a.sql", "SELECT 1 AS x FROM gold.x");
        folder.Write("silver/b.sql", "/* ---\nkee: a\n--- */\nSELECT FROM");

        Assert.Equal(["ingot.yaml", "gold/a.sql", "silver/b.sql", "silver/b.sql"], folder.Load().Errors.Select(error => error.Place.File));
    }

    [Fact]
    public void Five_hundred_models_load_in_a_fraction_of_a_second()
    {
        using var folder = new PipelineFolder();
        for (var i = 0; i < 500; i++)
        {
            var input = i == 0 ? "bronze.clients" : $"silver.model_{i - 1}";
            folder.Write($"silver/model_{i}.sql", $"/* ---\ndescription: model {i}\nkind: current\nkey: [id]\nexpect:\n  has_id: {{ check: id IS NOT NULL AND id > 0, else: fail }}\n  named: name <> ''\n--- */\nSELECT id, trim(lower(name)) AS name, CASE WHEN a > 1 THEN b ELSE CAST(c AS DECIMAL(10, 2)) END AS d FROM {input} AS t LEFT JOIN bronze.sales AS s ON s.id = t.id\n");
        }

        folder.LoadGood();
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(500, folder.LoadGood().Models.Count);
            return watch.Elapsed;
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"500 models: {best.TotalMilliseconds:N0} ms");
        Assert.True(best < TimeSpan.FromSeconds(1), $"{best}");
    }
}
