using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Delta.Schema;

namespace Ingot.Tests.Delta;

public sealed class RelationTests : IDisposable
{
    private readonly DeltaBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Empty_table_has_its_columns_and_types()
    {
        var schema = new StructType(new StructField("a \"b\"", PrimitiveType.Byte), new StructField("s", new StructType(new StructField("x", new DecimalType(5, 2)))));
        var snapshot = await _bench.CreateAsync(schema: schema);

        Assert.Equal(
            ["""a "b"|TINYINT""", """s|STRUCT(x DECIMAL(5,2))"""],
            _bench.Column($"SELECT column_name, column_type FROM (DESCRIBE {DuckDbRelation.BuildSelect(snapshot)})"));
        Assert.Empty(_bench.Column(DuckDbRelation.BuildSelect(snapshot)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Partition_values_come_from_the_log_whether_few_or_many(int partitions)
    {
        var schema = new StructType(new StructField("p", PrimitiveType.Date), new StructField("id", PrimitiveType.Long), new StructField("q", PrimitiveType.String));
        var create = _bench.Table.BeginCreate(schema, ["p", "q"], DeltaBench.NoProperties);
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY (SELECT 7::BIGINT AS id, 'wrong' AS q) TO '{_bench.Root}/p=[1]*.parquet'");
        for (var i = 0; i < partitions; i++)
        {
            var path = $"it's {i}.parquet";
            File.Copy(Path.Combine(_bench.Root, "p=[1]*.parquet"), Path.Combine(_bench.Root, path));
            create.Add(DeltaBench.File(i == 0 ? "p=[1]*.parquet" : path) with
            {
                PartitionValues = new Dictionary<string, string?>
                {
                    ["p"] = i == 1 ? null : PartitionValue.Of(new DateOnly(2024, 1, 1).AddDays(i)),
                    ["q"] = i == 2 ? string.Empty : $"it's {i}",
                },
            });
        }

        await DeltaBench.CommitAsync(create);
        var rows = _bench.Column($"FROM ({DuckDbRelation.BuildSelect(await _bench.LoadAsync())}) ORDER BY p NULLS FIRST");
        Assert.Equal(partitions, rows.Count);
        Assert.Equal(["null|7|it's 1", "2024-01-01|7|it's 0", "2024-01-03|7|null"], rows.Take(3));
    }

    [Fact]
    public async Task Columns_are_found_by_name_cast_to_the_schema_and_null_when_missing()
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY (SELECT 1::INTEGER AS id, 9 AS dropped, {{'b': 1}} AS s) TO '{_bench.Root}/old.parquet'");
        _bench.Execute($"COPY (SELECT {{'a': 'x', 'b': 2::BIGINT}} AS s, 2.5::DECIMAL(10,2) AS amount, 2::BIGINT AS ID) TO '{_bench.Root}/new.parquet'");
        var schema = new StructType(
            new StructField("id", PrimitiveType.Long),
            new StructField("amount", new DecimalType(10, 2)),
            new StructField("s", new StructType(new StructField("a", PrimitiveType.String), new StructField("b", PrimitiveType.Long))));
        var snapshot = await _bench.CreateAsync(null, schema, "old.parquet", "new.parquet");

        Assert.Equal(
            ["1|null|{'a': NULL, 'b': 1}", "2|2.50|{'a': x, 'b': 2}"],
            _bench.Column($"FROM ({DuckDbRelation.BuildSelect(snapshot)}) ORDER BY id"));
    }

    [Fact]
    public async Task Some_files_of_a_snapshot_are_a_relation_too()
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY (SELECT 1::BIGINT AS id) TO '{_bench.Root}/a' (FORMAT parquet)");
        _bench.Execute($"COPY (SELECT 2::BIGINT AS id) TO '{_bench.Root}/b' (FORMAT parquet)");
        var snapshot = await _bench.CreateAsync(null, null, "a", "b");

        Assert.Equal(["2"], _bench.Column(DuckDbRelation.BuildSelect(snapshot, [.. snapshot.Files.Where(file => file.Path == "b")])));
    }

    [Fact]
    public async Task Footers_of_files_that_are_cut_or_missing_are_our_error()
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY (SELECT 1::BIGINT AS id) TO '{_bench.Root}/a' (FORMAT parquet)");
        File.WriteAllBytes(Path.Combine(_bench.Root, "cut"), File.ReadAllBytes(Path.Combine(_bench.Root, "a"))[..50]);
        var create = _bench.Table.BeginCreate(DeltaBench.OneColumn, [], DeltaBench.NoProperties);
        foreach (var name in new[] { "cut", "missing" })
        {
            var failure = await Assert.ThrowsAsync<DeltaException>(() => create.BuildAddsAsync([new DataFile(name)], TestContext.Current.CancellationToken));
            Assert.Equal(DeltaErrorCode.UnreadableFile, failure.Code);
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("SELECT 1::INTEGER AS id", "int")]
    [InlineData("SELECT 1::UBIGINT AS id", "UINT_64")]
    [InlineData("SELECT 1::BIGINT AS other", "other")]
    [InlineData("SELECT 1::BIGINT AS ID", "ID")]
    [InlineData("SELECT [1::BIGINT] AS id", "array<bigint>")]
    public async Task File_whose_columns_do_not_fit_the_table_is_refused_with_the_column(string query, string named)
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY ({query}) TO '{_bench.Root}/a' (FORMAT parquet)");
        var create = _bench.Table.BeginCreate(DeltaBench.OneColumn, [], DeltaBench.NoProperties);
        var failure = await Assert.ThrowsAsync<DeltaException>(() => create.BuildAddsAsync([new DataFile("a")], TestContext.Current.CancellationToken));
        Assert.Equal(DeltaErrorCode.WriteRefused, failure.Code);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footer_gives_schema_and_key_value_metadata()
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY (SELECT 1::TINYINT AS a, [{{'x': 1}}] AS l, MAP {{'k': 1.5}} AS m, TIMESTAMP '2024-01-01' AS n, now() AS t LIMIT 0) TO '{_bench.Root}/f' (FORMAT parquet, KV_METADATA {{'ingot.load': 'ü'}})");
        var footer = Assert.Single(await _bench.Parquet.ReadFootersAsync([$"{_bench.Root}/f"], TestContext.Current.CancellationToken));

        Assert.Equal("struct<a:tinyint,l:array<struct<x:int>>,m:map<string,decimal(2,1)>,n:timestamp_ntz,t:timestamp>", footer.Schema.SimpleString);
        Assert.Equal("ü", footer.KeyValueMetadata["ingot.load"]);
        Assert.Equal((0, new FileInfo($"{_bench.Root}/f").Length), (footer.NumRecords, footer.SizeInBytes));
        Assert.Equal(["a", "n", "t"], footer.Columns.Select(column => Assert.Single(column.Path)));
    }
}
