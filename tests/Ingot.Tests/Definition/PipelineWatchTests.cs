using System.Diagnostics;
using Ingot.Definition;
using Ingot.Definition.Watching;
using Ingot.Runs;

namespace Ingot.Tests.Definition;

public sealed class PipelineWatchTests
{
    /// <summary>What issue 7 asks for is 200 ms; a machine that is busy with all tests at once gets more.</summary>
    private static readonly TimeSpan Gate = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_checks_what_changed_and_what_depends_on_it()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/a.sql", "SELECT 1 AS id, 'x' AS name").Write("silver/b.sql", "SELECT id, name FROM silver.a").Write("gold/c.sql", "SELECT id FROM silver.b").Write("gold/d.sql", "SELECT 1 AS id");
        await using var watch = Watch(folder);

        Assert.Equal((4, 0), Summary(await watch.CheckAsync(Cancellation)));
        Assert.Equal((0, 0), Summary(await watch.CheckAsync(Cancellation)));

        folder.Write("silver/a.sql", "SELECT 2 AS id, 'y' AS name");
        Assert.Equal((1, 0), Summary(await watch.CheckAsync(Cancellation)));

        folder.Write("silver/a.sql", "SELECT 2 AS id");
        var broken = await watch.CheckAsync(Cancellation);
        Assert.Equal((2, 1), Summary(broken));
        Assert.Equal("silver/b.sql:1:12", broken.Result.Errors[0].Place.ToString());
        Assert.Single(broken.Result.Notes);

        folder.Write("gold/d.sql", "SELEC 1");
        Assert.Equal(["gold/d.sql", "silver/b.sql"], (await watch.CheckAsync(Cancellation)).Result.Errors.Select(error => error.Place.File));

        folder.Write("silver/a.sql", "SELECT 2 AS id, 'y' AS name").Write("gold/d.sql", "SELECT 1 AS id");
        Assert.Equal((2, 0), Summary(await watch.CheckAsync(Cancellation)));
    }

    [Fact]
    public async Task Errors_stay_and_go_with_ingot_yaml_and_files_come_and_go()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/c.sql", "SELECT 1 AS id FROM bronze.clients");
        await using var watch = Watch(folder);
        Assert.Equal((0, 0), Summary(await watch.CheckAsync(Cancellation)));

        folder.Write("ingot.yaml", "version: 1\nname: shop\ntables: [shop.sales]\n");
        Assert.Equal("INGOT1024", Assert.Single((await watch.CheckAsync(Cancellation)).Result.Errors).Code);

        folder.Write("ingot.yaml", "version: 1\nname: shop\ntables: [shop.sales\n");
        Assert.Equal("INGOT1003", Assert.Single((await watch.CheckAsync(Cancellation)).Result.Errors).Code);

        folder.Write("ingot.yaml", PipelineFolder.Minimal);
        File.Delete(Path.Combine(folder.Path, "gold/c.sql"));
        Assert.Equal((0, 0), Summary(await watch.CheckAsync(Cancellation)));
    }

    [Theory]
    [InlineData("silver/a.sql")]
    [InlineData("gold/new.sql")]
    [InlineData("ingot.yaml")]
    public async Task A_save_is_noticed_as_editors_do_it(string file)
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/a.sql", "SELECT 1 AS id");
        await using var watch = Watch(folder);
        await watch.CheckAsync(Cancellation);

        // Beside the file, then renamed over it.
        var waiting = watch.WaitAsync(Cancellation);
        var path = Path.Combine(folder.Path, file);
        folder.Write(file + "~", file == "ingot.yaml" ? PipelineFolder.Minimal.Replace("shop.sales", "shop.sold", StringComparison.Ordinal) : "SELECT 2 AS id");
        File.Move(path + "~", path, overwrite: true);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.Empty((await watch.CheckAsync(Cancellation)).Result.Errors);
    }

    [Fact]
    public async Task A_save_among_500_models_is_answered_at_once()
    {
        using var folder = new PipelineFolder();
        ManyModels.Write(folder);
        await using var watch = Watch(folder);
        Assert.Equal((ManyModels.Count, 0), Summary(await watch.CheckAsync(Cancellation)));

        string[] types = ["BIGINT", "DECIMAL(12,0)", "SMALLINT", "TINYINT", "DECIMAL(7,0)", "INT", "DECIMAL(9,0)"];
        var one = await MeasureAsync(watch, 1, round => folder.Write(ManyModels.FileOf(round * 10), ManyModels.Text(round * 10, round)));
        var all = await MeasureAsync(watch, ManyModels.Count, round => folder.Write(ManyModels.Hub, ManyModels.HubText(types[round])));

        TestContext.Current.TestOutputHelper?.WriteLine($"from the save to the answer: {one.TotalMilliseconds:0} ms, and {all.TotalMilliseconds:0} ms when every model depends on it");
        Assert.True(one < Gate && all < Gate, $"The answers took {one.TotalMilliseconds:0} ms and {all.TotalMilliseconds:0} ms.");
    }

    // The median of a few.
    private static async Task<TimeSpan> MeasureAsync(PipelineWatch watch, int models, Action<int> save)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < 7; round++)
        {
            var waiting = watch.WaitAsync(Cancellation);
            var started = Stopwatch.GetTimestamp();
            save(round);
            await waiting;
            var check = await watch.CheckAsync(Cancellation);
            times.Add(Stopwatch.GetElapsedTime(started));
            Assert.Equal((models, 0), Summary(check));
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static (int Checked, int Errors) Summary(WatchedCheck check) => (check.CheckedModels, check.Result.Errors.Count);

    private static PipelineWatch Watch(PipelineFolder folder) => new(
        folder.Path,
        null,
        new DefinitionOptions { CurrentFolder = folder.Path, Variables = _ => null },
        new SessionOptions { IngotFolder = Path.Combine(folder.Path, ".ingot") });
}
