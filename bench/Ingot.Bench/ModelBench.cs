using System.Diagnostics;
using System.Globalization;
using Ingot.Definition;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;
using Ingot.Transform;

namespace Ingot.Bench;

/// <summary>Bronze to gold of the demo, against DuckDB alone for the SQL that the front end makes of the models, over the same Parquet files into Parquet.</summary>
internal sealed class ModelBench
{
    private const double Limit = 3.0;
    private static readonly string[] Layers = ["silver", "gold"];

    private readonly BenchOptions _options;
    private readonly BenchShop _shop;

    public ModelBench(BenchOptions options, BenchShop shop)
    {
        _options = options;
        _shop = shop;
    }

    public async Task<Ratio> RunAsync()
    {
        var lake = Path.Combine(_shop.Folder, "lake");
        await _shop.IngotAsync(_options, "replicate", "--lake", lake);
        await _shop.IngotAsync(_options, "adopt", "--lake", lake);
        var ours = new List<TimeSpan>();
        var theirs = new List<TimeSpan>();
        for (var round = 1; round <= _options.Rounds; round++)
        {
            foreach (var layer in Layers.Select(name => Path.Combine(lake, name)).Where(Directory.Exists))
            {
                Directory.Delete(layer, recursive: true);
            }

            ours.Add(await _shop.IngotAsync(_options, "transform", "--lake", lake));
            theirs.Add(await DuckDbAsync(lake));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Models, round {round}: ours {ours[^1].TotalSeconds:0.00} s, DuckDB alone {theirs[^1].TotalSeconds:0.00} s"));
        }

        return new Ratio("bronze to gold / DuckDB alone for the same SQL", Ratio.Median(ours), Ratio.Median(theirs), Limit);
    }

    private async Task<TimeSpan> DuckDbAsync(string lakeFolder)
    {
        var definition = DefinitionLoader.Load(_options.Pipeline, null, new DefinitionOptions { Lake = lakeFolder }).Definition
            ?? throw new InvalidOperationException("The demo's definition has errors.");
        using var database = DuckDbDatabase.Open(definition.ModelMemoryInBytes, Path.Combine(_shop.Folder, "spill"));
        using (var connection = database.OpenConnection())
        {
            connection.Execute(Engines.DuckDb.Translation.SparkMacros.Sql);
        }

        var tables = new LakeTables(Lake.Open(lakeFolder), new DuckDbParquet(database.OpenConnection), TimeProvider.System);
        var inputs = new InputTables(await tables.LoadAllAsync(CancellationToken.None));
        var queries = new ModelGraph(definition.Models).Order.Select(model => (model.Name, TranslatedModel.Build(model, inputs).Query)).ToList();
        var results = Directory.CreateDirectory(Path.Combine(_shop.Folder, "results")).FullName;
        var begun = Stopwatch.GetTimestamp();
        foreach (var (name, query) in queries)
        {
            await database.ExecuteAsync($"COPY ({query}) TO {DuckDbDatabase.Quote(Path.Combine(results, name + ".parquet"))} (FORMAT parquet, COMPRESSION zstd)", CancellationToken.None);
        }

        var elapsed = Stopwatch.GetElapsedTime(begun);
        Directory.Delete(results, recursive: true);
        return elapsed;
    }
}
