using Ingot.TestSupport;

namespace Ingot.IntegrationTests.BadInput;

/// <summary>A small demo with its private server and a whole lake, made once; each test breaks a copy of the lake, or of the pipeline.</summary>
public sealed class WholeLake : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new("ingot-bad-");

    public async ValueTask InitializeAsync()
    {
        await Expect(0, await RunAsync("lake", "pipeline", "seed", "--scale", "0.01"));
        CopyFolder(RepositoryRoot.Combine("pipelines/sales"), _folder.Combine("pipeline"));
        await Expect(0, await RunAsync("lake", "pipeline", "run"));
    }

    /// <summary>Copies the lake.</summary>
    /// <returns>The name of the copy.</returns>
    public string CopyLake() => Copy("lake");

    /// <summary>Copies the pipeline.</summary>
    /// <returns>The name of the copy.</returns>
    public string CopyPipeline() => Copy("pipeline");

    public string PathOf(string relativePath) => _folder.Combine(relativePath);

    /// <summary>Runs a command on a copy.</summary>
    public Task<ProcessResult> RunAsync(string lake, string pipeline, params IReadOnlyList<string> arguments) =>
        CliProcess.RunAsync(_folder.Path, [.. arguments, "--lake", lake, "--pipeline", pipeline == "pipeline" && !Directory.Exists(PathOf(pipeline)) ? RepositoryRoot.Combine("pipelines/sales") : pipeline]);

    /// <summary>Holds a command to its exit code, and its error to texts that it must have.</summary>
    public static Task Expect(int exitCode, ProcessResult result, params IReadOnlyList<string> texts)
    {
        var all = result.Output + result.Error;
        Assert.True(result.ExitCode == exitCode, $"Ended with {result.ExitCode}, not {exitCode}: {all}");
        foreach (var text in texts)
        {
            Assert.Contains(text, all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("   at Ingot", all, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string Copy(string name)
    {
        var copy = $"{name}-{Guid.NewGuid():N}";
        CopyFolder(_folder.Combine(name), _folder.Combine(copy));
        return copy;
    }
}
