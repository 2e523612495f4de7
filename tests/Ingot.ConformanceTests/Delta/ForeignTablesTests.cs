using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Delta;

/// <summary>Tables that delta-rs and Spark wrote in this run, read and written on by Ingot, in turns with them.</summary>
public sealed class ForeignTablesTests(DeltaLab lab) : IClassFixture<DeltaLab>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_is_written_in_turns_with_delta_rs()
    {
        var folder = lab.Combine("turns");
        await DeltaRsTool.RunAsync("write", folder, "SELECT cast(1 as bigint) AS id, 'rs' AS who", "append", "3");
        for (var i = 0; i < 8; i++)
        {
            await AppendAsync(folder, $"SELECT {100 + i}::BIGINT AS id, 'ingot' AS who");
        }

        // Version 10 has a checkpoint by Ingot; delta-rs goes on from it, writes one of its own, and changes rows.
        Assert.True(File.Exists($"{folder}/_delta_log/00000000000000000010.checkpoint.parquet"));
        await DeltaRsTool.RunAsync("write", folder, "SELECT cast(2 as bigint) AS id, 'rs' AS who", "append", "2");
        await DeltaRsTool.RunAsync("delete", folder, "id = 1");
        await DeltaRsTool.RunAsync("merge", folder, "SELECT cast(100 as bigint) AS id, 'merged' AS who", "id");
        await DeltaRsTool.RunAsync("checkpoint", folder);
        await AppendAsync(folder, "SELECT 200::BIGINT AS id, 'ingot' AS who");
        await DeltaRsTool.RunAsync("optimize", folder);

        var snapshot = await lab.Open(folder).LoadSnapshotAsync(null, Cancellation);
        var ours = lab.Rows($"SELECT id, who FROM ({DuckDbRelation.BuildSelect(snapshot)}) ORDER BY id, who");
        Assert.Equal(["2|rs", "2|rs", "100|merged", .. Enumerable.Range(101, 7).Select(id => $"{id}|ingot"), "200|ingot"], ours);
        var theirs = await DeltaRsTool.QueryAsync("SELECT id, who FROM t ORDER BY id, who", ("t", folder));
        Assert.Equal(ours, theirs.Select(row => $"{row.GetProperty("id")}|{row.GetProperty("who")}"));
    }

    [Fact]
    public async Task Tombstones_of_Ingot_are_vacuumed_by_delta_rs_and_live_files_stay()
    {
        var folder = lab.Combine("vacuumed");
        await DeltaRsTool.RunAsync("write", folder, "SELECT cast(1 as bigint) AS id, 'rs' AS who");
        var table = lab.Open(folder);
        var overwrite = table.Begin(await table.LoadSnapshotAsync(null, Cancellation));
        overwrite.RemoveAll();
        await AddAsync(overwrite, folder, "SELECT 5::BIGINT AS id, 'ingot' AS who");
        await WrittenTables.CommitAsync(overwrite);
        await DeltaRsTool.RunAsync("vacuum", folder);

        Assert.Single(Directory.GetFiles(folder, "*.parquet"));
        Assert.Equal(["5|ingot"], lab.Rows($"FROM ({DuckDbRelation.BuildSelect(await table.LoadSnapshotAsync(null, Cancellation))})"));
    }

    [Fact]
    public async Task Concurrent_appends_of_delta_rs_and_Ingot_all_take_place()
    {
        var folder = lab.Combine("concurrent");
        await DeltaRsTool.RunAsync("write", folder, "SELECT cast(0 as bigint) AS id, 'rs' AS who");
        var theirs = DeltaRsTool.RunAsync("write", folder, "SELECT cast(1 as bigint) AS id, 'rs' AS who", "append", "20");
        for (var i = 0; i < 20 || !theirs.IsCompleted; i++)
        {
            await AppendAsync(folder, $"SELECT {i}::BIGINT AS id, 'ingot' AS who");
            await Task.Delay(20, Cancellation);
            if (i > 500)
            {
                break;
            }
        }

        await theirs;
        var snapshot = await lab.Open(folder).LoadSnapshotAsync(null, Cancellation);
        var rows = lab.Scalar<long>($"SELECT count(*) FROM ({DuckDbRelation.BuildSelect(snapshot)})");
        Assert.Equal(snapshot.Version + 1, rows);
        Assert.Equal(21, lab.Scalar<long>($"SELECT count(*) FROM ({DuckDbRelation.BuildSelect(snapshot)}) WHERE who = 'rs'"));
    }

    [Fact]
    public async Task Tables_of_Spark_are_read_with_the_same_rows()
    {
        var types = lab.Combine("spark types");
        var parts = lab.Combine("spark parts");
        var many = lab.Combine("spark many");
        var rows = await SparkTool.RunAsync(
        [
            $"""
            CREATE TABLE delta.`{types}` USING delta AS SELECT cast(id AS tinyint) AS b, cast(id AS decimal(38,10)) AS d, cast(id AS float) AS f, struct(id AS x, array(id, null) AS l) AS s,
              map('k', date_add(date'1950-01-01', cast(id AS int))) AS m, timestamp'2024-01-01 00:00:00.123456' + make_interval(0, 0, 0, cast(id AS int)) AS ts, cast(concat('x', id) AS binary) AS bin FROM range(5)
            """,
            $"""
            CREATE TABLE delta.`{parts}` USING delta PARTITIONED BY (p, day) AS SELECT id, CASE WHEN id = 3 THEN NULL ELSE concat('a/b %=ü ', id) END AS p, date_add(date'2024-01-01', cast(id AS int)) AS day FROM range(5)
            """,
            $"DELETE FROM delta.`{parts}` WHERE id = 2",
            $"CREATE TABLE delta.`{many}` (id BIGINT, name STRING)  USING delta",
            .. Enumerable.Range(0, 12).Select(i => $"INSERT INTO delta.`{many}` VALUES ({i}, 'n{i}')"),
            $"ALTER TABLE delta.`{many}` ADD COLUMN (late INT)",
            $"DELETE FROM delta.`{many}` WHERE id = 4",
            $"SELECT 1 AS q, concat_ws('|', cast(id AS string), coalesce(p, 'null'), cast(day AS string)) AS v FROM delta.`{parts}` ORDER BY id",
            $"SELECT 2 AS q, concat_ws('|', cast(b AS string), cast(d AS string), cast(f AS string), cast(s.x AS string), cast(m['k'] AS string), cast(ts AS string), hex(bin)) AS v FROM delta.`{types}` ORDER BY b",
        ]);

        var expected = rows.Where(row => row.TryGetProperty("q", out _)).ToLookup(row => row.GetProperty("q").GetInt32(), row => row.GetProperty("v").GetString());
        Assert.Equal(4, expected[1].Count());
        Assert.Equal(expected[1], lab.Rows($"SELECT id, coalesce(p, 'null'), CAST(day AS VARCHAR) FROM ({await RelationAsync(parts)}) ORDER BY id"));
        Assert.Equal(5, expected[2].Count());
        Assert.Equal(
            expected[2],
            lab.Rows($"SELECT b, CAST(d AS VARCHAR), CAST(f AS VARCHAR), s.x, CAST(m['k'] AS VARCHAR), strftime(ts AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M:%S.%f'), hex(bin) FROM ({await RelationAsync(types)}) ORDER BY b"));
        Assert.Equal(["11|62|0"], lab.Rows($"SELECT count(*), sum(id)::BIGINT, count(late) FROM ({await RelationAsync(many)})"));

        // And Ingot writes on, from Spark's checkpoint.
        Assert.True(File.Exists($"{many}/_delta_log/00000000000000000010.checkpoint.parquet"));
        await AppendAsync(many, "SELECT 100::BIGINT AS id, 'ingot' AS name, 7::INTEGER AS late");
        var read = await DeltaRsTool.QueryAsync("SELECT count(*) AS n, sum(late) AS late FROM t", ("t", many));
        Assert.Equal("""{"n": 12, "late": 7}""", read[0].GetRawText());
    }

    private async Task<string> RelationAsync(string folder) => DuckDbRelation.BuildSelect(await lab.Open(folder).LoadSnapshotAsync(null, Cancellation));

    private async Task AppendAsync(string folder, string query)
    {
        var table = lab.Open(folder);
        var append = table.Begin(await table.LoadSnapshotAsync(null, Cancellation));
        await AddAsync(append, folder, query);
        await WrittenTables.CommitAsync(append);
    }

    private async Task AddAsync(DeltaTransaction transaction, string folder, string query)
    {
        foreach (var add in await transaction.BuildAddsAsync([new DataFile(lab.WriteFile(folder, query))], Cancellation))
        {
            transaction.Add(add);
        }
    }
}
