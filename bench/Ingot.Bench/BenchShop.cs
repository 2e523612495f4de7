using System.Globalization;
using Ingot.PrivateServer;

namespace Ingot.Bench;

/// <summary>The demo shop at a scale, in a private server of the benchmark that runs until disposal; all in a folder that goes with it.</summary>
internal sealed class BenchShop : IAsyncDisposable
{
    private readonly PrivateServerLease _lease;

    private BenchShop(string folder, PrivateServerLease lease)
    {
        Folder = folder;
        _lease = lease;
    }

    /// <summary>The folder for lakes and pipelines.</summary>
    public string Folder { get; }

    /// <summary>The server's address with the database <c>shop</c>.</summary>
    public Uri Source => new UriBuilder(_lease.Url) { Path = "/shop" }.Uri;

    public static async Task<BenchShop> OpenAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("ingot-bench-").FullName;
        var shop = new BenchShop(folder, await PrivateMariaDb.AcquireAsync(Path.Combine(folder, "state")));
        var scale = options.Scale.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine($"Seeding the shop at scale {scale}");
        await shop.IngotAsync(options, "seed", "--scale", scale);
        return shop;
    }

    /// <summary>Runs a command on the demo's pipeline with this server.</summary>
    public Task<TimeSpan> IngotAsync(BenchOptions options, params IReadOnlyList<string> arguments) =>
        Timed.RunAsync(options.Launcher, Folder, new Dictionary<string, string>(), [.. arguments, "--pipeline", options.Pipeline, "--source", Source.AbsoluteUri]);

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
