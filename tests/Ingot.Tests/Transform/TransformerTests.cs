using Ingot.Definition;
using Ingot.Quality;
using Ingot.Runs;

namespace Ingot.Tests.Transform;

public sealed class TransformerTests : IAsyncDisposable
{
    private readonly TransformFixture _lake = new();

    [Fact]
    public async Task A_first_run_computes_every_model_after_those_that_it_reads()
    {
        var result = await _lake.RunAsync();

        Assert.All(result.Values, status => Assert.Equal(StepStatus.Succeeded, status));
        Assert.True(_lake.Engine.Computed.IndexOf("a") < _lake.Engine.Computed.IndexOf("b"));
        Assert.True(_lake.Engine.Computed.IndexOf("b") < _lake.Engine.Computed.IndexOf("c"));
        Assert.Equal(0, (await _lake.LoadAsync("c"))!.Version);
    }

    [Fact]
    public async Task A_run_with_nothing_changed_computes_nothing()
    {
        await _lake.RunAsync();
        _lake.Engine.Computed.Clear();

        var result = await _lake.RunAsync();

        Assert.All(result.Values, status => Assert.Equal(StepStatus.Skipped, status));
        Assert.Empty(_lake.Engine.Computed);
    }

    [Fact]
    public async Task A_changed_model_is_computed_with_all_that_reads_it()
    {
        await _lake.RunAsync();
        _lake.Engine.Computed.Clear();
        _lake.Models = [_lake.Models[0], _lake.Models[1] with { Text = "SELECT id FROM a -- changed" }, .. _lake.Models.Skip(2)];

        await _lake.RunAsync();

        Assert.Equal(["b", "c"], _lake.Engine.Computed);
        Assert.Equal((0, 1), ((await _lake.LoadAsync("a"))!.Version, (await _lake.LoadAsync("b"))!.Version));
    }

    [Fact]
    public async Task A_new_result_replaces_the_old_one_as_one_version()
    {
        _lake.Engine.Queries["d"] = "SELECT range AS id FROM range(3)";
        await _lake.RunAsync();
        _lake.Engine.Queries["d"] = "SELECT range AS id FROM range(5)";
        _lake.Models = [.. _lake.Models.Take(3), _lake.Models[3] with { Text = "SELECT 5" }];

        await _lake.RunAsync();

        var table = (await _lake.LoadAsync("d"))!;
        Assert.Equal(5, table.Files.Sum(file => file.NumRecords));
        Assert.Equal(1, table.Version);
    }

    [Fact]
    public async Task A_failed_expectation_leaves_the_old_version_and_blocks_what_reads_the_model()
    {
        await _lake.RunAsync();
        _lake.Models = [.. _lake.Models.Select(model => model with { Text = model.Text + " -- changed" })];
        _lake.Engine.Counts["b"] = new ExpectationResult(new TableName(Layer.Silver, "b"), "is_good", "id > 1", ExpectationAction.Fail, 1, 1);

        var result = await _lake.RunAsync();

        Assert.Equal((StepStatus.Succeeded, StepStatus.Failed, StepStatus.Blocked, StepStatus.Succeeded), (result["a"], result["b"], result["c"], result["d"]));
        Assert.Equal(0, (await _lake.LoadAsync("b"))!.Version);
        Assert.Single(_lake.FilesOnDisk("b"));
    }

    [Fact]
    public async Task A_warning_is_counted_and_committed()
    {
        _lake.Engine.Counts["b"] = new ExpectationResult(new TableName(Layer.Silver, "b"), "is_good", "id > 1", ExpectationAction.Warn, 1, 1);

        Assert.Equal(StepStatus.Succeeded, (await _lake.RunAsync())["b"]);
    }

    [Fact]
    public async Task A_model_that_the_engine_refuses_leaves_nothing_and_blocks_what_reads_it()
    {
        _lake.Engine.Broken.Add("a");

        var result = await _lake.RunAsync();

        Assert.Equal((StepStatus.Failed, StepStatus.Blocked, StepStatus.Blocked, StepStatus.Succeeded), (result["a"], result["b"], result["c"], result["d"]));
        Assert.Empty(_lake.FilesOnDisk("a"));
    }

    [Fact]
    public async Task A_blocked_model_is_computed_by_the_next_run()
    {
        _lake.Engine.Broken.Add("a");
        await _lake.RunAsync();
        _lake.Engine.Broken.Clear();
        _lake.Engine.Computed.Clear();

        var result = await _lake.RunAsync();

        Assert.Equal(["a", "b", "c"], _lake.Engine.Computed);
        Assert.Equal(StepStatus.Skipped, result["d"]);
    }

    [Fact]
    public async Task What_a_killed_run_left_is_removed_when_the_model_is_computed_again_and_older_versions_stay()
    {
        await _lake.RunAsync();
        var older = _lake.FilesOnDisk("d").Single();
        var leftover = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(older)!, "..", "run-00000000000000000000000000000000")).FullName;
        _lake.Models = [.. _lake.Models.Take(3), _lake.Models[3] with { Text = "SELECT 5" }];

        await _lake.RunAsync();

        Assert.False(Directory.Exists(leftover));
        Assert.True(File.Exists(older));
        Assert.Equal(2, _lake.FilesOnDisk("d").Count);
    }

    [Fact]
    public async Task A_result_without_rows_is_a_table_without_files()
    {
        _lake.Engine.Queries["d"] = "SELECT range AS id FROM range(0)";

        await _lake.RunAsync();

        Assert.Empty((await _lake.LoadAsync("d"))!.Files);
    }

    public ValueTask DisposeAsync() => _lake.DisposeAsync();
}
