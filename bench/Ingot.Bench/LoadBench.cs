using System.Globalization;

namespace Ingot.Bench;

/// <summary>Replicate and adopt sales_items, against <c>mariadb-dump</c> of the same table to nowhere.</summary>
internal sealed class LoadBench
{
    private const double Limit = 2.0;

    private readonly BenchOptions _options;
    private readonly BenchShop _shop;

    public LoadBench(BenchOptions options, BenchShop shop)
    {
        _options = options;
        _shop = shop;
    }

    public async Task<Ratio> RunAsync()
    {
        var pipeline = Directory.CreateDirectory(Path.Combine(_shop.Folder, "items")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pipeline, "ingot.yaml"), "version: 1\nname: items\ntables: [shop.sales_items]\n");
        var ours = new List<TimeSpan>();
        var theirs = new List<TimeSpan>();
        for (var round = 1; round <= _options.Rounds; round++)
        {
            var lake = Path.Combine(_shop.Folder, $"lake-items-{round}");
            string[] place = ["--pipeline", pipeline, "--lake", lake, "--source", _shop.Source.AbsoluteUri];
            theirs.Add(await DumpAsync());
            var load = await Timed.RunAsync(_options.Launcher, _shop.Folder, new Dictionary<string, string>(), ["replicate", .. place])
                + await Timed.RunAsync(_options.Launcher, _shop.Folder, new Dictionary<string, string>(), ["adopt", .. place]);
            ours.Add(load);
            Directory.Delete(lake, recursive: true);
            Console.WriteLine($"Load, round {round}: ours {Seconds(ours[^1])}, mariadb-dump {Seconds(theirs[^1])}");
        }

        return new Ratio("replicate and adopt of sales_items / mariadb-dump to nowhere", Ratio.Median(ours), Ratio.Median(theirs), Limit);
    }

    private Task<TimeSpan> DumpAsync()
    {
        var account = _shop.Source.UserInfo.Split(':');
        return Timed.RunAsync(
            "mariadb-dump",
            _shop.Folder,
            new Dictionary<string, string> { ["MYSQL_PWD"] = Uri.UnescapeDataString(account[1]) },
            "--host=127.0.0.1", $"--port={_shop.Source.Port.ToString(CultureInfo.InvariantCulture)}", $"--user={account[0]}", "--single-transaction", "--quick", "--result-file=/dev/null", "shop", "sales_items");
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s";
}
