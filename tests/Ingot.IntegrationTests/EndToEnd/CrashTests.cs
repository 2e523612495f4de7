using System.Globalization;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.EndToEnd;

/// <summary>
/// kill -9 anywhere in a run, again and again, with business going on in between: the next run that is left alone gives the same lake as if nothing had happened.
/// INGOT_CRASH_ROUNDS says how often (default 6); the moments come from a fixed seed.
/// </summary>
public sealed class CrashTests(MariaDbServer server)
{
    private static readonly string[] Gold =
        ["dim_client", "dim_product", "dim_sales_person", "fact_sales", "sales_by_month", "sales_by_category", "sales_person_performance", "client_lifetime_value"];

    [Fact]
    public async Task A_run_that_is_killed_anywhere_is_simply_run_again()
    {
        // The private server is another one, of the same programs.
        await server.EnsureStartedAsync();
        using var folder = new TemporaryFolder();
        var rounds = int.Parse(Environment.GetEnvironmentVariable("INGOT_CRASH_ROUNDS") ?? "6", CultureInfo.InvariantCulture);
        var moments = new Random(20261124);
        await RunAsync(folder, "seed", "--scale", "0.05");
        await RunAsync(folder, "run");

        var killed = 0;
        for (var round = 0; round < rounds; round++)
        {
            await RunAsync(folder, "seed", "--changes", "200", "--random-seed", round.ToString(CultureInfo.InvariantCulture));
            await using var process = CliProcess.Start(folder.Path, Arguments("run"));
            var ended = process.WaitAsync();
            if (await Task.WhenAny(ended, Task.Delay(moments.Next(300, 1600), TestContext.Current.CancellationToken)) != ended)
            {
                await process.SignalAsync("KILL");
                killed++;
            }

            await ended;
        }

        Assert.True(killed > 0, "No run was killed: the moments are too late for this machine.");
        await RunAsync(folder, "run");
        await RunAsync(folder, "verify", "--thorough");
        await RunAsync(folder, "run", "--lake", "untouched");

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Combine("lake/landing"), ".*", SearchOption.AllDirectories));
        foreach (var table in Gold)
        {
            var query = $"SELECT * FROM gold.{table} ORDER BY ALL";
            var expected = await RunAsync(folder, "query", query, "--format", "csv", "--lake", "untouched");
            var actual = await RunAsync(folder, "query", query, "--format", "csv");
            Assert.Equal(expected, actual);
        }
    }

    private static string[] Arguments(params string[] arguments) => [.. arguments, "--pipeline", RepositoryRoot.Combine("pipelines/sales")];

    private static async Task<string> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        var result = await CliProcess.RunAsync(folder.Path, Arguments(arguments));
        Assert.True(result.ExitCode == 0, $"ingot {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Error}{result.Output}");
        return result.Output;
    }
}
