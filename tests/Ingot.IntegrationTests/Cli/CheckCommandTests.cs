using System.Text.Json;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

public sealed class CheckCommandTests(MariaDbServer mariaDb)
{
    [Fact]
    public async Task Models_are_checked_against_the_source_before_the_first_run()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        pipeline.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\n--- */\nSELECT id, nme FROM bronze.clients");
        pipeline.Write("silver/sales.sql", "/* ---\nkey: id\nexpect:\n  client: { references: bronze.clients, columns: sold_at }\n--- */\nSELECT id, sold_at FROM bronze.sales");

        var wrong = await pipeline.RunAsync("check");

        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("silver/clients.sql:5:12 error INGOT1030", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("silver/sales.sql:4:50 error INGOT1035", wrong.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(pipeline.Combine("lake")));

        pipeline.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\n--- */\nSELECT id, name FROM bronze.clients");
        pipeline.Write("silver/sales.sql", "/* ---\nkey: id\nexpect:\n  client: { references: silver.clients, columns: client_id }\n--- */\nSELECT id, client_id, amount FROM bronze.sales");
        var right = await pipeline.RunAsync("check");

        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.DoesNotContain("not checked", right.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_only_the_source_has_yet_is_known_and_the_next_run_loads_it()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        pipeline.Write("ingot.yaml", $"version: 1\nname: small\ntables: [{database.Name}.clients, {{ name: {database.Name}.sales, without: [added] }}]\n");
        pipeline.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\n--- */\nSELECT id, name FROM bronze.clients");
        var first = await pipeline.RunAsync("run");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        await database.ExecuteAsync("ALTER TABLE clients ADD COLUMN phone VARCHAR(20) NOT NULL DEFAULT '112'", "ALTER TABLE sales ADD COLUMN added INT");
        var quiet = await pipeline.RunAsync("check");
        pipeline.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\n--- */\nSELECT id, name, upper(phone) AS phone FROM bronze.clients");

        var unreachable = await CliProcess.RunAsync(pipeline.Folder, "check", "--source", "mysql://root@127.0.0.1:1/shop");
        var known = await pipeline.RunAsync("check");
        var json = await pipeline.RunAsync("check", "--json");
        pipeline.Write("gold/wrong.sql", "SELECT added FROM bronze.sales");
        var leftOut = await pipeline.RunAsync("check");
        File.Delete(pipeline.Combine("gold/wrong.sql"));
        var run = await pipeline.RunAsync("run");
        var verify = await pipeline.RunAsync("verify");
        var after = await pipeline.RunAsync("check");

        Assert.DoesNotContain("phone", quiet.Output, StringComparison.Ordinal);
        Assert.Equal(2, unreachable.ExitCode);
        Assert.Contains("silver/clients.sql:5:24 error INGOT1030 There is no column 'phone'", unreachable.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (known.ExitCode, known.Error));
        Assert.Contains("New in the source, and loaded by the next `ingot run`: bronze.clients (phone).", known.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("added", known.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("bronze.clients.phone", Assert.Single(document.RootElement.GetProperty("new_columns").EnumerateArray()).GetString());
        Assert.Equal(2, leftOut.ExitCode);
        Assert.Contains("There is no column 'added'", leftOut.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("'phone'", leftOut.Error, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal((0, ""), (verify.ExitCode, verify.Error));
        Assert.Equal((0, ""), (after.ExitCode, after.Error));
        Assert.DoesNotContain("phone", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_the_source_does_not_have_is_an_error_with_its_place()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        pipeline.Write("ingot.yaml", $"version: 1\nname: small\ntables:\n  - {database.Name}.clients\n  - {database.Name}.sals\n");

        var result = await pipeline.RunAsync("check");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ingot.yaml:5:5 error INGOT3008", result.Error, StringComparison.Ordinal);
        Assert.Contains("'sales'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_a_note_and_the_rest_is_checked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ingot.yaml", "version: 1\nname: small\ntables: [shop.clients]\n");
        folder.Write("silver/clients.sql", "SELECT id FROM bronze.clients");

        var text = await CliProcess.RunAsync(folder.Path, "check", "--source", "mysql://root@127.0.0.1:1/shop");
        var json = await CliProcess.RunAsync(folder.Path, "check", "--json", "--source", "mysql://root@127.0.0.1:1/shop");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains("1 model were not checked: the lake does not have their tables yet, and the source does not say them: ", text.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Contains("127.0.0.1:1", document.RootElement.GetProperty("not_checked_reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_run_and_comments_describe_the_tables()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        await database.ExecuteAsync(
            "ALTER TABLE clients COMMENT 'Who buys', MODIFY name VARCHAR(40) NOT NULL COMMENT 'As on the card'",
            "UPDATE sales SET client_id = 99 WHERE id IN (1, 2, 3)",
            "UPDATE sales SET client_id = NULL WHERE id = 4");
        pipeline.Write("ingot.yaml", $"version: 1\nname: small\ntables: [{{ name: {database.Name}.clients, personal: {{ name: name }} }}, {database.Name}.sales]\n");
        pipeline.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\ncolumns: { name: { description: The whole name, personal: name } }\n--- */\nSELECT id, name FROM bronze.clients");
        pipeline.Write("silver/sales.sql", "/* ---\nkind: current\nkey: id\nexpect:\n  client: { references: silver.clients, columns: client_id, else: drop }\n  known: { not_null: client_id }\n--- */\nSELECT id, client_id, amount FROM bronze.sales");

        var run = await pipeline.RunAsync("run");
        var query = await pipeline.RunAsync("query", "SELECT expectation, check_sql, row_count, failed_row_count FROM system.expectations WHERE model = 'silver.sales' ORDER BY 1", "--format", "csv");
        var bronze = await pipeline.RunAsync("tables", "bronze.clients");
        var silver = await pipeline.RunAsync("tables", "silver.clients", "--json");
        var sales = await pipeline.RunAsync("tables", "silver.sales", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("3 of 5,000 rows dropped", run.Output, StringComparison.Ordinal);
        Assert.Contains("client,(client_id) REFERENCES silver.clients (id),5000,3", query.Output, StringComparison.Ordinal);
        Assert.Contains("known,client_id IS NOT NULL,5000,1", query.Output, StringComparison.Ordinal);
        Assert.Contains("bronze.clients: Who buys", bronze.Output, StringComparison.Ordinal);
        Assert.Matches("name +string +varchar\\(40\\) +name +As on the card", bronze.Output);
        using var document = JsonDocument.Parse(silver.Output);
        var name = document.RootElement.GetProperty("tables")[0].GetProperty("columns")[1];
        Assert.Equal(("The whole name", "name"), (name.GetProperty("comment").GetString(), name.GetProperty("personal").GetString()));
        using var origins = JsonDocument.Parse(sales.Output);
        Assert.Equal("bronze.sales", Assert.Single(origins.RootElement.GetProperty("tables")[0].GetProperty("origins").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_watch_writes_every_error_again_at_each_save_and_ends_with_0()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ingot.yaml", "version: 1\nname: small\ntables: [shop.clients]\n");
        folder.Write("silver/a.sql", "SELECT 1 AS id");
        folder.Write("silver/b.sql", "SELECT id FROM silver.a");

        await using var watch = CliProcess.Start(folder.Path, "check", "--watch");
        await watch.WaitForOutputAsync("small, 2 models: ✓ no errors (checked 2 in");
        folder.Write("silver/a.sql", "SELECT 1 AS ident");
        await watch.WaitForOutputAsync("silver/b.sql:1:8 error INGOT1030");
        await watch.WaitForOutputAsync("1 error in 1 file (checked 2 in");
        folder.Write("gold/c.sql", "SELEC 1");
        await watch.WaitForOutputAsync("2 errors in 2 files (checked 0 in");
        await watch.SignalAsync("INT");
        var result = await watch.WaitAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task A_watch_writes_one_document_a_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ingot.yaml", "version: 1\nname: small\ntables: [shop.clients]\n");
        folder.Write("silver/a.sql", "SELECT id FROM bronze.clients");

        await using var watch = CliProcess.Start(folder.Path, "check", "--watch", "--json");
        await watch.WaitForOutputAsync("}\n");
        folder.Write("silver/a.sql", "SELECT FROM bronze.clients");
        await watch.WaitForOutputAsync("INGOT1023");
        await watch.SignalAsync("TERM");
        var result = await watch.WaitAsync();

        Assert.Equal(0, result.ExitCode);
        var documents = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([0, 1], documents.Select(document => document.GetProperty("errors").GetArrayLength()));
        Assert.Equal((1, 0), (documents[0].GetProperty("not_checked").GetInt32(), documents[0].GetProperty("checked_models").GetInt32()));
        Assert.Equal("silver/a.sql", documents[1].GetProperty("errors")[0].GetProperty("file").GetString());
    }
}
