using System.Text.Json;
using Xunit;

namespace Ingot.TestSupport;

/// <summary>delta-rs, an independent implementation of Delta Lake, installed once by the shared tool.</summary>
public static class DeltaRsTool
{
    private const string Tool = "delta-rs/delta-rs";

    /// <summary>Runs a query over tables. Skips the test when the tool is not there.</summary>
    /// <param name="query">The query, in DataFusion's SQL.</param>
    /// <param name="tables">The folders of the tables by the name that the query has for them.</param>
    /// <returns>The rows, one JSON object each.</returns>
    public static Task<IReadOnlyList<JsonElement>> QueryAsync(string query, params IEnumerable<(string Name, string Folder)> tables) =>
        RunAsync("sql", [query, .. tables.Select(table => $"{table.Name}={table.Folder}")]);

    /// <summary>Runs a command of the tool. Skips the test when the tool is not there.</summary>
    /// <param name="command">The command: <c>version</c>, <c>write</c>, <c>merge</c>, <c>delete</c>, <c>checkpoint</c>, <c>optimize</c>, <c>vacuum</c>.</param>
    /// <param name="arguments">Its arguments after the folder of the installation.</param>
    /// <returns>What it printed, one JSON document a line.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string command, params IReadOnlyList<string> arguments)
    {
        if (SharedTools.TryFind(Tool) is not { } tool)
        {
            Assert.Skip(SharedTools.MissingReason(Tool));
            return [];
        }

        var install = SharedTools.CacheFolder("delta-rs");
        using (await LockFile.AcquireAsync(install + ".lock"))
        {
            var installed = await CliProcess.RunProgramAsync("bash", install, tool, "install", install);
            Assert.True(installed.ExitCode == 0, installed.Error);
        }

        var result = await CliProcess.RunProgramAsync("bash", install, [tool, command, install, .. arguments]);
        Assert.True(result.ExitCode == 0, $"delta-rs {command} failed: {result.Error}\n{result.Output}");
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
