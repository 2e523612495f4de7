using System.Globalization;
using System.Text.Json;
using Ingot.Lakes;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

public sealed class StepCommandTests(MariaDbServer mariaDb)
{
    [Fact]
    public async Task Replicate_adopt_and_verify_bring_a_database_to_bronze_and_prove_it()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;

        var replicated = await pipeline.RunAsync("replicate");
        Assert.Equal((0, ""), (replicated.ExitCode, replicated.Error));
        Assert.Contains($"{database.Name}.sales  5,000 rows", replicated.Output, StringComparison.Ordinal);

        var adopted = await pipeline.RunAsync("adopt", "--json");
        Assert.Equal((0, ""), (adopted.ExitCode, adopted.Error));
        using var document = JsonDocument.Parse(adopted.Output);
        Assert.Equal([3, 5000], document.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("rows").GetInt64()).Order());

        var tables = await pipeline.RunAsync("tables");
        Assert.Contains("bronze.sales", tables.Output, StringComparison.Ordinal);

        var equal = await pipeline.RunAsync("verify");
        Assert.Equal((0, ""), (equal.ExitCode, equal.Error));
        Assert.Contains("Equal: 0 differences in 2 tables", equal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_names_the_keys_and_columns_that_differ_and_ends_with_3()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        Assert.Equal(0, (await pipeline.RunAsync("replicate")).ExitCode);
        Assert.Equal(0, (await pipeline.RunAsync("adopt")).ExitCode);
        await database.ExecuteAsync("UPDATE sales SET amount = amount + 0.01 WHERE id = 1234", "DELETE FROM clients WHERE id = 2", "INSERT INTO clients VALUES (9, 'Secret Name')");

        var result = await pipeline.RunAsync("verify");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("1234  different amount", result.Output, StringComparison.Ordinal);
        Assert.Contains("2  only in the lake", result.Output, StringComparison.Ordinal);
        Assert.Contains("9  missing in the lake", result.Output, StringComparison.Ordinal);
        Assert.Contains("the source has moved on since", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Name", result.Output, StringComparison.Ordinal);

        var shown = await pipeline.RunAsync("verify", "bronze.sales", "--show-values", "--json");
        Assert.Equal((3, ""), (shown.ExitCode, shown.Error));
        using var document = JsonDocument.Parse(shown.Output);
        var column = document.RootElement.GetProperty("tables")[0].GetProperty("differences")[0].GetProperty("columns")[0];
        Assert.Equal(("amount", "12.35", "12.34"), (column.GetProperty("name").GetString(), column.GetProperty("source_value").GetString(), column.GetProperty("lake_value").GetString()));
    }

    [Fact]
    public async Task A_lake_that_another_process_writes_is_refused_with_its_holder()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        using (LakeLock.Acquire(Lake.OpenOrCreate(pipeline.Combine("lake")), "ingot test", TimeProvider.System))
        {
            var refused = await pipeline.RunAsync("replicate");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("error INGOT2007", refused.Error, StringComparison.Ordinal);
            Assert.Contains("ingot test", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await pipeline.RunAsync("replicate")).ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_load_with_4_and_leaves_nothing_of_it()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        await using var process = pipeline.Start("replicate", "--rows-per-second", "100", "--verbose");
        await process.WaitForOutputAsync("started");
        await process.SignalAsync("INT");
        var result = await process.WaitAsync();
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("Cancelled", result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(pipeline.Combine("lake"), "*.parquet", SearchOption.AllDirectories), file => file.Contains("/landing/", StringComparison.Ordinal) && file.Contains("/sales/", StringComparison.Ordinal));
        Assert.Equal(0L, Convert.ToInt64(await database.ScalarAsync($"SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%{database.Name}%' AND id <> CONNECTION_ID()"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("mysql://me:secret-pw@127.0.0.1:1/x", "INGOT3002")]
    [InlineData("postgres://me:secret-pw@127.0.0.1/x", "INGOT3001")]
    public async Task A_source_that_cannot_be_reached_is_an_error_without_the_password(string source, string code)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ingot.yaml", "version: 1\nname: x\ntables: [x.y]\n");
        var result = await CliProcess.RunAsync(folder.Path, "replicate", "--source", source, "--verbose");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Contains("next ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-pw", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_named_as_such()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        var wrong = new UriBuilder(database.Url) { Password = "wrong" }.Uri.AbsoluteUri;
        var result = await CliProcess.RunAsync(pipeline.Folder, "replicate", "--source", wrong, "--json");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal("INGOT3003", document.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_folder_that_is_no_lake_is_not_touched()
    {
        using var pipeline = await ShopPipeline.CreateAsync(mariaDb);
        await using var database = pipeline.Database;
        pipeline.Write("photos/cat.txt", "meow");
        var result = await pipeline.RunAsync("replicate", "--lake", "photos");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error INGOT2002", result.Error, StringComparison.Ordinal);
        Assert.Equal(["cat.txt"], Directory.EnumerateFileSystemEntries(pipeline.Combine("photos")).Select(Path.GetFileName));
    }
}
