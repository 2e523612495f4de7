using System.Text.Json;
using Ingot.Delta;
using Ingot.Delta.Schema;

namespace Ingot.Tests.Delta;

public sealed class TransactionTests : IDisposable
{
    private static readonly string[] TwoFiles = ["a", "b"];
    private readonly DeltaBench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Create_writes_protocol_and_metadata_of_reader_1_and_writer_2()
    {
        var snapshot = await _bench.CreateAsync();

        Assert.Equal((0, 1, 2), (snapshot.Version, snapshot.Protocol.MinReaderVersion, snapshot.Protocol.MinWriterVersion));
        Assert.Equal(DeltaBench.OneColumn, snapshot.Schema);
        Assert.Empty(snapshot.Files);
    }

    [Fact]
    public async Task Commit_says_who_made_it_and_how()
    {
        var snapshot = await _bench.CreateAsync();
        var append = _bench.Table.Begin(snapshot);
        append.Add(DeltaBench.File("a"));
        append.OperationParameters["mode"] = "Append";
        append.OperationMetrics["numTargetRowsUpdated"] = 7;
        await DeltaBench.CommitAsync(append);

        using var document = JsonDocument.Parse(File.ReadLines(_bench.LogPath(1)).First());
        var info = document.RootElement.GetProperty("commitInfo");
        Assert.Equal("WRITE", info.GetProperty("operation").GetString());
        Assert.Equal("Append", info.GetProperty("operationParameters").GetProperty("mode").GetString());
        Assert.Equal(("1", "1", "7"), (Metric(info, "numFiles"), Metric(info, "numOutputRows"), Metric(info, "numTargetRowsUpdated")));
        Assert.True(info.GetProperty("isBlindAppend").GetBoolean());
        Assert.Equal(0, info.GetProperty("readVersion").GetInt64());
        Assert.StartsWith("Ingot/", info.GetProperty("engineInfo").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_creation_is_a_conflict()
    {
        var first = _bench.Table.BeginCreate(DeltaBench.OneColumn, [], DeltaBench.NoProperties);
        var second = _bench.Table.BeginCreate(DeltaBench.OneColumn, [], DeltaBench.NoProperties);
        await DeltaBench.CommitAsync(first);

        var conflict = Assert.IsType<Conflicted>(await second.CommitAsync(Cancellation));
        Assert.Equal((ConflictReason.TableCreated, 0), (conflict.Reason, conflict.Version));
    }

    [Fact]
    public async Task Blind_append_goes_after_commits_that_came_first()
    {
        var snapshot = await _bench.CreateAsync();
        await _bench.AppendAsync(snapshot, "a");
        await _bench.AppendAsync(await _bench.LoadAsync(), "b");

        Assert.Equal(3, await _bench.AppendAsync(snapshot, "c"));
        Assert.Equal(["a", "b", "c"], (await _bench.LoadAsync()).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Overwrite_conflicts_with_an_append_that_came_first()
    {
        var snapshot = await _bench.CreateAsync(paths: "a");
        var overwrite = _bench.Table.Begin(snapshot);
        overwrite.RemoveAll();
        overwrite.Add(DeltaBench.File("new"));
        await _bench.AppendAsync(snapshot, "b");

        var conflict = Assert.IsType<Conflicted>(await overwrite.CommitAsync(Cancellation));
        Assert.Equal((ConflictReason.FilesAdded, 1), (conflict.Reason, conflict.Version));
        Assert.Equal(TwoFiles, (await _bench.LoadAsync()).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Append_that_depends_on_its_snapshot_conflicts_with_a_removal()
    {
        var snapshot = await _bench.CreateAsync(paths: "a");
        var merge = _bench.Table.Begin(snapshot);
        merge.DependsOnSnapshot = true;
        merge.Add(DeltaBench.File("b"));
        var overwrite = _bench.Table.Begin(snapshot);
        overwrite.RemoveAll();
        await DeltaBench.CommitAsync(overwrite);

        Assert.Equal(ConflictReason.FilesRemoved, Assert.IsType<Conflicted>(await merge.CommitAsync(Cancellation)).Reason);
    }

    [Fact]
    public async Task Append_conflicts_with_new_metadata_and_with_progress_of_the_same_application()
    {
        var snapshot = await _bench.CreateAsync();
        var blind = _bench.Table.Begin(snapshot);
        blind.SetTransaction("model", 2);
        blind.Add(DeltaBench.File("a"));
        var progress = _bench.Table.Begin(snapshot);
        progress.SetTransaction("model", 2);
        progress.Add(DeltaBench.File("b"));
        await DeltaBench.CommitAsync(progress);
        Assert.Equal(ConflictReason.TransactionAdvanced, Assert.IsType<Conflicted>(await blind.CommitAsync(Cancellation)).Reason);

        var latest = await _bench.LoadAsync();
        Assert.Equal(2, latest.Transactions["model"]);
        var change = _bench.Table.Begin(latest);
        change.SetMetadata(latest.Metadata with { Description = "changed" });
        await DeltaBench.CommitAsync(change);
        var late = _bench.Table.Begin(latest);
        late.Add(DeltaBench.File("c"));
        Assert.Equal(ConflictReason.MetadataChanged, Assert.IsType<Conflicted>(await late.CommitAsync(Cancellation)).Reason);
        Assert.Equal("changed", (await _bench.LoadAsync()).Metadata.Description);
    }

    [Fact]
    public async Task Removed_file_leaves_a_tombstone_with_its_facts()
    {
        var snapshot = await _bench.CreateAsync(paths: TwoFiles);
        var remove = _bench.Table.Begin(snapshot);
        remove.Remove("a");
        await DeltaBench.CommitAsync(remove);

        var latest = await _bench.LoadAsync();
        Assert.Equal(["b"], latest.Files.Select(file => file.Path));
        var tombstone = Assert.Single(latest.Tombstones);
        Assert.Equal(("a", 1L, true, true), (tombstone.Path, tombstone.Size, tombstone.DataChange, tombstone.ExtendedFileMetadata));
        Assert.NotNull(tombstone.DeletionTimestamp);
        Assert.Equal(DeltaErrorCode.Invalid, Assert.Throws<DeltaException>(() => _bench.Table.Begin(latest).Remove("a")).Code);
    }

    [Fact]
    public async Task Concurrent_appends_all_take_place_one_after_the_other()
    {
        var snapshot = await _bench.CreateAsync();
        var versions = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => _bench.AppendAsync(snapshot, $"file {i}"))));

        Assert.Equal(Enumerable.Range(1, 16).Select(version => (long)version), versions.Order());
        var latest = await _bench.LoadAsync();
        Assert.Equal(16, latest.Files.Count);
        Assert.Equal(16, latest.Version);
    }

    [Fact]
    public async Task Of_concurrent_overwrites_one_wins()
    {
        var snapshot = await _bench.CreateAsync(paths: "old");
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var overwrite = _bench.Table.Begin(snapshot);
            overwrite.RemoveAll();
            overwrite.Add(DeltaBench.File($"file {i}"));
            return await overwrite.CommitAsync(Cancellation);
        })));

        Assert.Single(results.OfType<Committed>());
        Assert.Equal(7, results.OfType<Conflicted>().Count());
        Assert.Single((await _bench.LoadAsync()).Files);
    }

    [Theory]
    [InlineData(Fault.Fail)]
    [InlineData(Fault.LoseAnswer)]
    [InlineData(Fault.RepeatBelow)]
    public async Task Commit_of_unknown_fate_is_settled_by_the_log(Fault fault)
    {
        var snapshot = await _bench.CreateAsync();
        _bench.Storage.Enqueue(fault);

        Assert.Equal(1, await _bench.AppendAsync(snapshot, "a"));
        var latest = await _bench.LoadAsync();
        Assert.Equal(1, latest.Version);
        Assert.Single(latest.Files);
    }

    [Fact]
    public async Task Lost_answer_of_another_writers_win_moves_the_append_to_the_next_version()
    {
        var snapshot = await _bench.CreateAsync();
        await _bench.AppendAsync(snapshot, "theirs");
        _bench.Storage.Enqueue(Fault.LoseAnswer);

        Assert.Equal(2, await _bench.AppendAsync(snapshot, "ours"));
        Assert.Equal(["theirs", "ours"], (await _bench.LoadAsync()).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Storage_that_keeps_failing_is_a_transient_error_and_leaves_the_table_as_it_was()
    {
        var snapshot = await _bench.CreateAsync();
        _bench.Storage.Enqueue(Fault.Fail, Fault.Fail, Fault.Fail, Fault.Fail);

        var failure = await Assert.ThrowsAsync<DeltaException>(() => _bench.AppendAsync(snapshot, "a"));
        Assert.Equal((DeltaErrorCode.StorageFailed, true), (failure.Code, failure.IsTransient));
        Assert.Equal(0, (await _bench.LoadAsync()).Version);
    }

    [Fact]
    public async Task Torn_commit_of_a_store_without_atomic_puts_is_named()
    {
        var snapshot = await _bench.CreateAsync();
        _bench.Storage.Enqueue(Fault.HalfWrite);

        var failure = await Assert.ThrowsAsync<DeltaException>(() => _bench.AppendAsync(snapshot, "a"));
        Assert.Equal(DeltaErrorCode.CorruptLog, failure.Code);
        Assert.Contains("00000000000000000001.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_only_table_takes_no_removal_but_a_compaction()
    {
        var snapshot = await _bench.CreateAsync(new Dictionary<string, string> { ["delta.appendOnly"] = "true" }, null, "a");
        var overwrite = _bench.Table.Begin(snapshot);
        overwrite.RemoveAll();
        Assert.Equal(DeltaErrorCode.WriteRefused, (await Assert.ThrowsAsync<DeltaException>(() => overwrite.CommitAsync(Cancellation))).Code);

        var compaction = _bench.Table.Begin(snapshot);
        compaction.DataChange = false;
        compaction.RemoveAll();
        compaction.Add(DeltaBench.File("b"));
        await DeltaBench.CommitAsync(compaction);
        Assert.False(Assert.Single((await _bench.LoadAsync()).Files).DataChange);
    }

    [Fact]
    public async Task Invariants_are_refused_by_name_and_not_null_is_checked_by_the_counts()
    {
        var field = new StructField("id", PrimitiveType.Long).With("delta.invariants", """{"expression":{"expression":"id > 1"}}""");
        var refusal = Assert.Throws<DeltaException>(() => _bench.Table.BeginCreate(new StructType(field), [], DeltaBench.NoProperties));
        Assert.Equal(["invariants"], refusal.Features);

        var snapshot = await _bench.CreateAsync(schema: new StructType(new StructField("id", PrimitiveType.Long, nullable: false)));
        foreach (var stats in new[] { null, "{}", """{"nullCount":{"id":2}}""" })
        {
            var append = _bench.Table.Begin(snapshot);
            append.Add(DeltaBench.File("a", stats));
            Assert.Equal(DeltaErrorCode.WriteRefused, (await Assert.ThrowsAsync<DeltaException>(() => append.CommitAsync(Cancellation))).Code);
        }

        Assert.Equal(1, await _bench.AppendAsync(snapshot, "a"));
    }

    [Theory]
    [InlineData("""{"nullCount":{"s":{"a":0,"b":3}}}""", true)]
    [InlineData("""{"nullCount":{"s":{"a":2,"b":0}}}""", false)]
    [InlineData("""{"nullCount":{"s":{"b":0}}}""", false)]
    public async Task Not_null_within_a_struct_is_checked_as_far_as_the_counts_tell(string stats, bool isTaken)
    {
        var structure = new StructType(new StructField("a", PrimitiveType.Long, nullable: false), new StructField("b", PrimitiveType.Long));
        var create = _bench.Table.BeginCreate(new StructType(new StructField("s", structure, nullable: false)), [], DeltaBench.NoProperties);
        create.Add(DeltaBench.File("a", stats));
        if (isTaken)
        {
            Assert.Equal(0, await DeltaBench.CommitAsync(create));
        }
        else
        {
            Assert.Equal(DeltaErrorCode.WriteRefused, (await Assert.ThrowsAsync<DeltaException>(() => create.CommitAsync(Cancellation))).Code);
        }
    }

    [Fact]
    public async Task Cancelled_transaction_commits_nothing()
    {
        var snapshot = await _bench.CreateAsync();
        var append = _bench.Table.Begin(snapshot);
        append.Add(DeltaBench.File("a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append.CommitAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, (await _bench.LoadAsync()).Version);
    }

    [Fact]
    public async Task Partition_values_must_be_those_of_the_table()
    {
        var schema = new StructType(new StructField("id", PrimitiveType.Long), new StructField("load_id", PrimitiveType.Long));
        var create = _bench.Table.BeginCreate(schema, ["load_id"], DeltaBench.NoProperties);
        create.Add(DeltaBench.File("a"));
        var failure = await Assert.ThrowsAsync<DeltaException>(() => create.CommitAsync(Cancellation));
        Assert.Equal(DeltaErrorCode.WriteRefused, failure.Code);
        Assert.Contains("load_id", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delta.checkpointInterval", "0")]
    [InlineData("delta.checkpointInterval", "ten")]
    [InlineData("delta.appendOnly", "yes")]
    [InlineData("delta.deletedFileRetentionDuration", "interval 1 month")]
    [InlineData("delta.columnMapping.mode", "name")]
    [InlineData("delta.constraints.c", "id > 1")]
    public void Property_that_cannot_be_followed_is_refused(string name, string value) => Assert.Throws<DeltaException>(() =>
        _bench.Table.BeginCreate(DeltaBench.OneColumn, [], new Dictionary<string, string> { [name] = value }));

    [Fact]
    public async Task Table_of_another_writer_with_a_property_that_cannot_be_followed_is_read_and_not_written()
    {
        await _bench.CreateAsync();
        var commit = await File.ReadAllTextAsync(_bench.LogPath(0), Cancellation);
        await File.WriteAllTextAsync(_bench.LogPath(0), commit.Replace("\"configuration\":{}", "\"configuration\":{\"delta.checkpointInterval\":\"often\"}", StringComparison.Ordinal), Cancellation);

        var snapshot = await _bench.LoadAsync();
        var refusal = Assert.Throws<DeltaException>(() => _bench.Table.Begin(snapshot));
        Assert.Equal(DeltaErrorCode.Invalid, refusal.Code);
        Assert.Contains("'often'", refusal.Message, StringComparison.Ordinal);
    }

    private static string? Metric(JsonElement info, string name) => info.GetProperty("operationMetrics").GetProperty(name).GetString();
}
