using System.Text.Json;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

/// <summary>The main job as a new user runs it: a private server, the demo, in a pipe.</summary>
public sealed class RunCommandTests(MariaDbServer mariaDb)
{
    private static readonly string Pipeline = RepositoryRoot.Combine("pipelines/sales");

    [Fact]
    public async Task A_run_brings_the_demo_to_gold_and_a_second_one_finds_nothing_to_do()
    {
        // Skips, or fails in CI, where no server can be had.
        await mariaDb.EnsureStartedAsync();
        using var folder = new TemporaryFolder("ingot run ");

        var first = await CliProcess.RunAsync(folder.Path, "run", "--pipeline", Pipeline);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.DoesNotContain('\u001b', first.Output);
        Assert.Contains("Sales by month", first.Output, StringComparison.Ordinal);
        Assert.Contains("Try next:", first.Output, StringComparison.Ordinal);
        Assert.Matches(@"✓ transform  14 models", first.Output);
        Assert.Matches(@"✓ verify +12 tables", first.Output);

        var second = await CliProcess.RunAsync(folder.Path, "run", "--pipeline", Pipeline, "--json");
        Assert.Equal(0, second.ExitCode);
        using var document = JsonDocument.Parse(second.Output);
        var steps = document.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.All(steps, step => Assert.Equal("skipped", step.GetProperty("status").GetString()));

        var query = await CliProcess.RunAsync(folder.Path, "query", "SELECT count(*) AS months FROM gold.sales_by_month", "--format", "csv", "--pipeline", Pipeline);
        Assert.Equal((0, "months\n36\n", ""), (query.ExitCode, query.Output, query.Error));
        var mistake = await CliProcess.RunAsync(folder.Path, "query", "SELECT mnth FROM gold.sales_by_month", "--pipeline", Pipeline);
        Assert.Equal(1, mistake.ExitCode);
        Assert.Contains("month", mistake.Error, StringComparison.Ordinal);

        var file = folder.Combine("months.parquet");
        var export = await CliProcess.RunAsync(folder.Path, "query", "SELECT * FROM gold.sales_by_month", "--format", "parquet", "--output", file, "--pipeline", Pipeline);
        Assert.Equal(0, export.ExitCode);
        Assert.StartsWith("PAR1", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_while_the_demo_is_seeded_ends_with_4_and_the_next_run_goes_through()
    {
        await mariaDb.EnsureStartedAsync();
        using var folder = new TemporaryFolder();
        await using (var process = CliProcess.Start(folder.Path, "seed", "--scale", "20", "--pipeline", Pipeline, "--verbose"))
        {
            await process.WaitForOutputAsync("sales_items");
            await process.SignalAsync("TERM");
            var result = await process.WaitAsync();
            Assert.Equal(4, result.ExitCode);
        }

        var seeded = await CliProcess.RunAsync(folder.Path, "seed", "--scale", "0.01", "--json", "--pipeline", Pipeline);
        Assert.Equal(0, seeded.ExitCode);
        using var document = JsonDocument.Parse(seeded.Output);
        Assert.Equal(6, document.RootElement.GetProperty("tables").GetArrayLength());
    }
}
