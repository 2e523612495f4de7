using System.Globalization;
using Ingot.Bench;

var options = BenchOptions.Parse(args);
var report = new List<Ratio>();
await using (var shop = await BenchShop.OpenAsync(options))
{
    report.Add(await new LoadBench(options, shop).RunAsync());
    report.Add(await new ModelBench(options, shop).RunAsync());
}

report.Add(await new StartBench(options).RunAsync());
Console.WriteLine();
Console.WriteLine($"{"ratio",6}  {"at most",7}  what");
foreach (var ratio in report)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{ratio.Value,6:0.00}  {ratio.Limit,7:0.00}  {ratio.Name}: {ratio.Ours.TotalSeconds:0.000} s against {ratio.Theirs.TotalSeconds:0.000} s, medians of {options.Rounds}"));
}

return report.All(ratio => ratio.Value <= ratio.Limit) ? 0 : 1;
