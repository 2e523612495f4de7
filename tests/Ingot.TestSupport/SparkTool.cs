using System.Text.Json;
using Xunit;

namespace Ingot.TestSupport;

/// <summary>A real Spark 3.5 with Delta Lake, installed once by the shared tool. Starting it takes seconds: put a test class's statements into one script.</summary>
public static class SparkTool
{
    private const string Tool = "spark/spark-connect";

    /// <summary>Runs a script in one process with ANSI mode on and the time zone UTC. Skips the test when the tool is not there.</summary>
    /// <param name="statements">Statements, each without a semicolon.</param>
    /// <param name="options">More options, for example <c>-Dspark.databricks.delta.properties.defaults.checkpointInterval=3</c>.</param>
    /// <returns>The rows of all results in order, one JSON object a row; its memory lives on.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(IEnumerable<string> statements, params IReadOnlyList<string> options)
    {
        if (SharedTools.TryFind(Tool) is not { } tool)
        {
            Assert.Skip(SharedTools.MissingReason(Tool));
            return [];
        }

        var install = SharedTools.CacheFolder("spark-3.5");
        using (await LockFile.AcquireAsync(install + ".lock"))
        {
            var installed = await CliProcess.RunProgramAsync("bash", install, tool, "install", install, "3.5");
            Assert.True(installed.ExitCode == 0, installed.Error);
        }

        using var work = new TemporaryFolder();
        var script = work.Write("script.sql", string.Concat(statements.Select(statement => $"{statement.Trim()};\n")));
        var result = await CliProcess.RunProgramAsync("bash", work.Path, [tool, "sql", install, work.Combine("work"), script, "-Dspark.sql.ansi.enabled=true", .. options]);
        Assert.True(result.ExitCode == 0, $"Spark failed: {result.Error}\n{result.Output}");
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
