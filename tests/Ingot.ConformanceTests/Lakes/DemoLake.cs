using System.Text.Json;
using Ingot.ConformanceTests.Lakes;
using Ingot.TestSupport;

[assembly: AssemblyFixture(typeof(DemoLake))]

namespace Ingot.ConformanceTests.Lakes;

/// <summary>The demo's lake, made once by the command line: seeded small, loaded, changed and loaded again, so that tables have more than one version and bronze more than one load.</summary>
public sealed class DemoLake : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly TemporaryFolder _folder = new("ingot-lake-");
    private IReadOnlyList<JsonElement>? _tables;

    /// <summary>The tables as the catalog has them; makes the lake first.</summary>
    public async Task<IReadOnlyList<JsonElement>> LoadTablesAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _tables ??= await MakeAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs a command on the lake and gives what it wrote.</summary>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var result = await CliProcess.RunAsync(_folder.Path, [.. arguments, "--pipeline", RepositoryRoot.Combine("pipelines/sales")]);
        Assert.True(result.ExitCode == 0, $"ingot {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Error}{result.Output}");
        return result.Output;
    }

    public void Dispose()
    {
        _folder.Dispose();
        _gate.Dispose();
    }

    private async Task<IReadOnlyList<JsonElement>> MakeAsync()
    {
        await RunAsync("seed", "--scale", "0.02");
        await RunAsync("run");
        await RunAsync("seed", "--changes", "300");
        await RunAsync("run");
        return [.. JsonElement.Parse(await RunAsync("tables", "--json")).GetProperty("tables").EnumerateArray()];
    }
}
