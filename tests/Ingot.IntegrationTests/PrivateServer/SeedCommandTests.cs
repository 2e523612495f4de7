using Ingot.TestSupport;

namespace Ingot.IntegrationTests.PrivateServer;

/// <summary>What is left of the private server after the command that used it, however that ended.</summary>
public sealed class SeedCommandTests
{
    private const string LongSeed = "50";
    private const string ShortSeed = "0.01";
    private const string Started = "Starting the private MariaDB server";

    [Fact]
    public async Task Nothing_runs_after_a_command_that_ended_well()
    {
        using var folder = new TemporaryFolder();

        var result = await StartSeed(folder, ShortSeed).WaitAsync();

        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Error}");
        Assert.Empty(ServersOf(folder));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Nothing_runs_after_a_command_that_was_interrupted(string signal)
    {
        using var folder = new TemporaryFolder();
        await using var seed = StartSeed(folder, LongSeed);
        await seed.WaitForOutputAsync(Started);
        await WaitForServerAsync(folder);

        await seed.SignalAsync(signal);

        var result = await seed.WaitAsync();
        Assert.True(result.ExitCode == 4, $"{result.ExitCode} {result.Output}\n{result.Error}");
        Assert.Empty(ServersOf(folder));
    }

    [Fact]
    public async Task The_server_of_a_killed_command_is_taken_over_and_stopped_by_the_next()
    {
        using var folder = new TemporaryFolder();
        await using (var killed = StartSeed(folder, LongSeed))
        {
            await killed.WaitForOutputAsync(Started);
            await WaitForServerAsync(folder);
            await killed.SignalAsync("KILL");
            await killed.WaitAsync();
        }

        var left = Assert.Single(ServersOf(folder));
        var next = await StartSeed(folder, ShortSeed).WaitAsync();

        Assert.True(next.ExitCode == 0, $"{next.Output}\n{next.Error}");
        Assert.DoesNotContain(Started, next.Output + next.Error, StringComparison.Ordinal);
        Assert.Empty(ServersOf(folder));
        Assert.False(File.Exists($"/proc/{left}/cmdline") && File.ReadAllText($"/proc/{left}/cmdline").Length > 0);
    }

    /// <summary>The folder is home and current folder at once: the private server's data goes there.</summary>
    private static CliProcess StartSeed(TemporaryFolder folder, string scale) => CliProcess.StartProgram(
        "env",
        folder.Path,
        $"INGOT_HOME={folder.Path}",
        "dotnet",
        Path.Combine(AppContext.BaseDirectory, "Ingot.Cli.dll"),
        "seed",
        "--scale",
        scale,
        "--pipeline",
        DemoPipeline.Folder);

    private static async Task WaitForServerAsync(TemporaryFolder folder)
    {
        // The tables come after the server answers.
        var data = folder.Combine(".ingot/server/data/shop/sales_items.ibd");
        for (var waited = 0; waited < 3000 && !File.Exists(data); waited++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(data), "the seed did not start within a minute");
    }

    private static List<string> ServersOf(TemporaryFolder folder)
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit)))
        {
            try
            {
                var commandLine = File.ReadAllText($"/proc/{process}/cmdline");
                if (commandLine.Contains("mariadbd", StringComparison.Ordinal) && commandLine.Contains($"--datadir={folder.Path}/", StringComparison.Ordinal))
                {
                    found.Add(process);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Ended while we looked.
            }
        }

        return found;
    }
}
