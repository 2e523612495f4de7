using CsCheck;
using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;

namespace Ingot.Tests.Delta;

public sealed class SnapshotTests : IDisposable
{
    private const string Protocol = """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""";
    private const string Metadata = """{"metaData":{"id":"x","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":[],"configuration":{}}}""";
    private readonly DeltaBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task No_log_is_no_table()
    {
        Assert.Null(await _bench.Table.TryLoadSnapshotAsync(TestContext.Current.CancellationToken));
        Assert.Equal(DeltaErrorCode.NotATable, (await FailureAsync()).Code);
    }

    [Fact]
    public async Task Table_without_a_checkpoint_is_opened_without_the_Parquet_engine()
    {
        _bench.WriteLog($"{Protocol}\n{Metadata}", Add("a"));
        var table = new DeltaTable(_bench.Storage, new DuckDbParquet(() => throw new InvalidOperationException("no engine is needed")));

        Assert.Single((await table.LoadSnapshotAsync(null, TestContext.Current.CancellationToken)).Files);
    }

    [Fact]
    public async Task Actions_and_fields_of_later_protocols_are_passed_over()
    {
        _bench.WriteLog($"{Protocol}\n{Metadata}\n{{\"future\":{{\"x\":1}}}}\n{Add("a", ",\"future\":{\"y\":[1]}")}\r\n\n");

        Assert.Equal("a", Assert.Single((await _bench.LoadAsync()).Files).Path);
    }

    [Fact]
    public async Task Missing_version_is_a_damaged_log_and_says_which()
    {
        _bench.WriteLog($"{Protocol}\n{Metadata}", Add("a"), Add("b"));
        File.Delete(_bench.LogPath(1));

        var failure = await FailureAsync();
        Assert.Equal(DeltaErrorCode.CorruptLog, failure.Code);
        Assert.Contains("version 1", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await _bench.LoadAsync(0)).Version);
    }

    [Theory]
    [InlineData(Protocol, "metadata")]
    [InlineData(Metadata, "protocol")]
    public async Task Log_without_protocol_or_metadata_is_damaged(string only, string missing)
    {
        _bench.WriteLog(only);

        var failure = await FailureAsync();
        Assert.Equal(DeltaErrorCode.CorruptLog, failure.Code);
        Assert.Contains($"no {missing}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task Torn_commit_is_named_with_its_line(int bytesLost)
    {
        var commit = $"{Add("a")}\n{Add("b")}";
        _bench.WriteLog($"{Protocol}\n{Metadata}", commit[..^bytesLost]);

        var failure = await FailureAsync();
        Assert.Equal(DeltaErrorCode.CorruptLog, failure.Code);
        Assert.Contains("00000000000000000001.json, line 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_that_is_not_there_is_named_with_the_newest()
    {
        _bench.WriteLog($"{Protocol}\n{Metadata}", Add("a"));

        var failure = await Assert.ThrowsAsync<DeltaException>(() => _bench.LoadAsync(5));
        Assert.Equal(DeltaErrorCode.VersionNotAvailable, failure.Code);
        Assert.Contains("the newest is 1", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DeltaException>(() => _bench.LoadAsync(-1));
    }

    [Fact]
    public async Task Checkpoint_is_written_every_ten_commits_and_used()
    {
        await GrowAsync(21);
        Assert.True(File.Exists(_bench.CheckpointPath(10)) && File.Exists(_bench.CheckpointPath(20)));
        Assert.Contains("\"version\":20", File.ReadAllText(Path.Combine(_bench.Root, "_delta_log/_last_checkpoint")), StringComparison.Ordinal);
        for (var version = 0; version <= 20; version++)
        {
            File.Delete(_bench.LogPath(version));
        }

        var snapshot = await _bench.LoadAsync();
        Assert.Equal((21, 22, 21), (snapshot.Version, snapshot.Files.Count, snapshot.Transactions["app"]));
        Assert.Equal("""{"numRecords":1,"nullCount":{"id":0}}""", snapshot.Files[0].Stats);
        Assert.Equal(DeltaErrorCode.VersionNotAvailable, (await Assert.ThrowsAsync<DeltaException>(() => _bench.LoadAsync(5))).Code);
        Assert.Equal(10, (await _bench.LoadAsync(10)).Version);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(_bench.Root, "_delta_log")), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("""{"version":"10"}""")]
    [InlineData("""{"version":7}""")]
    [InlineData("""{"version":99}""")]
    public async Task Absent_damaged_or_stale_hint_is_survived_by_listing(string? hint)
    {
        await GrowAsync(12);
        var path = Path.Combine(_bench.Root, "_delta_log/_last_checkpoint");
        File.Delete(path);
        if (hint is not null)
        {
            File.WriteAllText(path, hint);
        }

        Assert.Equal(13, (await _bench.LoadAsync()).Files.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(500)]
    public async Task Cut_checkpoint_is_survived_by_an_older_one_or_the_commits(int bytesKept)
    {
        await GrowAsync(21);
        foreach (var version in new[] { 20, 10 })
        {
            using (var file = File.Open(_bench.CheckpointPath(version), FileMode.Open))
            {
                file.SetLength(bytesKept);
            }

            Assert.Equal(22, (await _bench.LoadAsync()).Files.Count);
        }

        File.Delete(_bench.LogPath(0));
        Assert.Contains((await FailureAsync()).Code, new[] { DeltaErrorCode.UnreadableFile, DeltaErrorCode.CorruptLog });
    }

    [Fact]
    public async Task Checkpoint_of_which_a_part_is_missing_is_not_used()
    {
        await GrowAsync(11);
        File.Move(_bench.CheckpointPath(10), Path.Combine(_bench.Root, "_delta_log/00000000000000000010.checkpoint.0000000001.0000000002.parquet"));

        Assert.Equal(12, (await _bench.LoadAsync()).Files.Count);
    }

    [Fact]
    public async Task Checkpoint_that_fails_does_not_undo_the_commit()
    {
        await GrowAsync(9);
        _bench.Storage.FailOtherPuts = true;
        var append = _bench.Table.Begin(await _bench.LoadAsync());
        append.Add(DeltaBench.File("late"));

        var committed = Assert.IsType<Committed>(await append.CommitAsync(TestContext.Current.CancellationToken));
        Assert.Equal((10, DeltaErrorCode.StorageFailed), (committed.Version, committed.CheckpointFailure?.Code));
        Assert.False(File.Exists(_bench.CheckpointPath(10)));
        Assert.Equal(10, (await _bench.LoadAsync()).Version);
    }

    [Fact]
    public async Task Interval_of_the_table_is_honoured_and_expired_tombstones_are_left_out()
    {
        var properties = new Dictionary<string, string> { ["delta.checkpointInterval"] = "2", ["delta.deletedFileRetentionDuration"] = "interval 2 days" };
        var snapshot = await _bench.CreateAsync(properties, null, "a", "b");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var old = now - (long)TimeSpan.FromDays(3).TotalMilliseconds;
        File.WriteAllText(_bench.LogPath(1), $"{Remove("a", old)}\n{Remove("b", now)}");
        Assert.Equal(2, await _bench.AppendAsync(await _bench.LoadAsync(), "c"));

        Assert.True(File.Exists(_bench.CheckpointPath(2)));
        var latest = await _bench.LoadAsync();
        Assert.Equal(["b"], latest.Tombstones.Select(tombstone => tombstone.Path));
        Assert.Equal(["c"], latest.Files.Select(file => file.Path));
        Assert.Equal(0, snapshot.Version);
    }

    [Fact]
    public async Task Log_that_no_version_within_the_retention_needs_is_deleted_with_a_checkpoint()
    {
        await GrowAsync(29);
        for (var version = 0; version <= 25; version++)
        {
            var old = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31);
            File.SetLastWriteTimeUtc(_bench.LogPath(version), old);
            if (version is 10 or 20)
            {
                File.SetLastWriteTimeUtc(_bench.CheckpointPath(version), old);
            }
        }

        File.WriteAllText(Path.Combine(_bench.Root, "_delta_log/00000000000000000003.crc"), "{}");
        Assert.Equal(30, await _bench.AppendAsync(await _bench.LoadAsync(), "last"));

        var names = Directory.GetFiles(Path.Combine(_bench.Root, "_delta_log")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal("00000000000000000020.checkpoint.parquet", names[0]);
        Assert.Equal(31, (await _bench.LoadAsync()).Files.Count);
        Assert.Equal(21, (await _bench.LoadAsync(20)).Files.Count);
        Assert.Equal(DeltaErrorCode.VersionNotAvailable, (await Assert.ThrowsAsync<DeltaException>(() => _bench.LoadAsync(19))).Code);
    }

    /// <summary>Any log of small actions: a snapshot is what a naive reading of the protocol says, with checkpoints and without.</summary>
    [Fact]
    public async Task Snapshot_equals_a_naive_replay_with_and_without_checkpoints()
    {
        var action = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 3]);
        await Gen.Select(action.Array[0, 4].Array[1, 8], Gen.Int[0, 8]).SampleAsync(
            async (commits, checkpointAt) =>
            {
                using var bench = new DeltaBench();
                bench.WriteLog([$"{Protocol}\n{Metadata}", .. commits.Select(commit => string.Join('\n', commit.DistinctBy(one => one.Item2).Select(Line)))]);
                var plain = await bench.LoadAsync();
                Assert.Equal(NaiveFiles(commits), plain.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
                Assert.Equal(NaiveProgress(commits), plain.Transactions.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));

                var version = Math.Min(checkpointAt, commits.Length);
                await bench.Table.WriteCheckpointAsync(await bench.LoadAsync(version), TestContext.Current.CancellationToken);
                for (var i = 0; i <= version; i++)
                {
                    File.Delete(bench.LogPath(i));
                }

                var fast = await bench.LoadAsync();
                Assert.Equal(plain.Files.Select(file => file.Path).Order(), fast.Files.Select(file => file.Path).Order());
                Assert.Equal(plain.Transactions.OrderBy(entry => entry.Key), fast.Transactions.OrderBy(entry => entry.Key));
            },
            iter: 25,
            threads: 1);
    }

    private static string Add(string path, string more = "") =>
        $$$"""{"add":{"path":"{{{path}}}","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true{{{more}}}}}""";

    private static string Remove(string path, long deletionTimestamp) =>
        $$$"""{"remove":{"path":"{{{path}}}","deletionTimestamp":{{{deletionTimestamp}}},"dataChange":true}}""";

    private static string Line((int Kind, int Path, int Value) action) => action.Kind switch
    {
        < 3 => Add($"f{action.Path}"),
        < 5 => Remove($"f{action.Path}", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()),
        _ => $$$"""{"txn":{"appId":"app{{{action.Path}}}","version":{{{action.Value}}}}}""",
    };

    /// <summary>The newest action on a path counts.</summary>
    private static IEnumerable<string> NaiveFiles((int Kind, int Path, int Value)[][] commits) => Enumerable.Range(0, 7)
        .Where(path => commits.Reverse().SelectMany(commit => commit.DistinctBy(one => one.Path)).FirstOrDefault(one => one.Path == path && one.Kind < 5, (Kind: 5, Path: 0, Value: 0)).Kind < 3)
        .Select(path => $"f{path}");

    private static IEnumerable<(string Key, long Value)> NaiveProgress((int Kind, int Path, int Value)[][] commits) => Enumerable.Range(0, 7)
        .Select(app => (Key: $"app{app}", Last: commits.Reverse().SelectMany(commit => commit.DistinctBy(one => one.Path)).Where(one => one.Path == app && one.Kind == 5).Select(one => (long?)one.Value).FirstOrDefault()))
        .Where(entry => entry.Last is not null)
        .Select(entry => (entry.Key, entry.Last!.Value));

    private Task<DeltaException> FailureAsync() => Assert.ThrowsAsync<DeltaException>(() => _bench.LoadAsync());

    /// <summary>Makes a table of a file a version, up to a version.</summary>
    private async Task GrowAsync(long version)
    {
        var snapshot = await _bench.CreateAsync(paths: "file 0");
        for (var i = 1; i <= version; i++)
        {
            var append = _bench.Table.Begin(snapshot);
            append.SetTransaction("app", i);
            append.Add(DeltaBench.File($"file {i}"));
            Assert.Equal(i, await DeltaBench.CommitAsync(append));
            snapshot = await _bench.LoadAsync();
        }
    }
}
