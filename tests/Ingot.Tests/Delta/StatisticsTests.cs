using System.Text;
using System.Text.Json;
using CsCheck;
using Ingot.Delta.Actions;
using Ingot.Delta.Parquet;
using Ingot.Delta.Schema;
using Ingot.Delta.Statistics;

namespace Ingot.Tests.Delta;

public sealed class StatisticsTests : IDisposable
{
    private static readonly string[] Special = ["\u007f", "é", "\uffff", "🙂", "\U0010ffff"];
    private readonly DeltaBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Footer_becomes_statistics_with_bounds_rounded_as_Spark_does()
    {
        var stats = await StatisticsAsync("""
            SELECT i AS id, CAST(i || '.10' AS DECIMAL(38,2)) AS d, 'é' || i AS s, encode('x') AS b, i = 1 AS f, DATE '1500-01-01' AS day,
                   TIMESTAMPTZ '2024-01-01 00:00:00.123456+00' AS ts, {'x': i, 'y': [i]} AS st, CASE WHEN i = 1 THEN 5 END AS n, CAST(i / 2 AS FLOAT) AS fl
            FROM range(1, 3) t(i)
            """);

        Assert.Equal(
            """{"numRecords":2,"minValues":{"id":1,"d":1.10,"s":"é1","day":"1500-01-01","ts":"2024-01-01T00:00:00.123Z","st":{"x":1},"n":5,"fl":0.5},"maxValues":{"id":2,"d":2.10,"s":"é2","day":"1500-01-01","ts":"2024-01-01T00:00:00.124Z","st":{"x":2},"n":5,"fl":1.0},"nullCount":{"id":0,"d":0,"s":0,"b":0,"f":0,"day":0,"ts":0,"st":{"x":0},"n":1,"fl":0}}""",
            stats);
    }

    [Fact]
    public async Task Column_with_nan_or_infinity_or_cut_text_has_no_such_bound()
    {
        var stats = JsonElement.Parse(await StatisticsAsync("""
            SELECT CASE i WHEN 1 THEN CAST('NaN' AS DOUBLE) ELSE i END AS nan, CASE i WHEN 1 THEN CAST('Infinity' AS DOUBLE) ELSE i END AS infinity,
                   CASE i WHEN 1 THEN repeat('z', 1000) ELSE 'a' END AS text, CAST(NULL AS INTEGER) AS nothing
            FROM range(3) t(i)
            """));

        Assert.False(stats.GetProperty("maxValues").TryGetProperty("nan", out _));
        Assert.False(stats.GetProperty("minValues").TryGetProperty("nan", out _));
        Assert.False(stats.GetProperty("maxValues").TryGetProperty("infinity", out _));
        Assert.Equal("a", stats.GetProperty("minValues").GetProperty("text").GetString());
        Assert.False(stats.GetProperty("maxValues").TryGetProperty("text", out _));
        Assert.Equal(3, stats.GetProperty("nullCount").GetProperty("nothing").GetInt64());
        Assert.False(stats.GetProperty("minValues").TryGetProperty("nothing", out _));
    }

    [Fact]
    public async Task Bounds_of_a_decimal_that_is_all_fraction_are_numbers_of_JSON() =>
        Assert.Equal(
            """{"numRecords":2,"minValues":{"d":-0.50,"w":-0.5000000000000000000000000000000000000},"maxValues":{"d":0.50,"w":0.5000000000000000000000000000000000000},"nullCount":{"d":0,"w":0}}""",
            await StatisticsAsync("SELECT CAST(i - 0.5 AS DECIMAL(2,2)) AS d, CAST(i - 0.5 AS DECIMAL(37,37)) AS w FROM range(2) t(i)"));

    [Fact]
    public async Task Row_groups_are_merged_by_value()
    {
        var stats = JsonElement.Parse(await StatisticsAsync(
            "SELECT i - 3000 AS id, CAST(i - 9000 AS DECIMAL(20,1)) AS d, TIMESTAMPTZ '1969-01-01 00:00:00+00' + INTERVAL (i) DAY AS ts FROM range(10000) t(i)",
            ", ROW_GROUP_SIZE 2048"));

        Assert.Equal((-3000, 6999), (stats.GetProperty("minValues").GetProperty("id").GetInt64(), stats.GetProperty("maxValues").GetProperty("id").GetInt64()));
        Assert.Equal(("-9000.0", "999.0"), (stats.GetProperty("minValues").GetProperty("d").GetRawText(), stats.GetProperty("maxValues").GetProperty("d").GetRawText()));
        Assert.Equal("1969-01-01T00:00:00.000Z", stats.GetProperty("minValues").GetProperty("ts").GetString());
        Assert.Equal("1996-05-18T00:00:00.000Z", stats.GetProperty("maxValues").GetProperty("ts").GetString());
    }

    [Theory]
    [InlineData(null, null, 32)]
    [InlineData("3", null, 3)]
    [InlineData("0", null, 0)]
    [InlineData("-1", null, 40)]
    [InlineData("3", "c39, `c5`", 2)]
    public void Columns_with_statistics_are_the_first_32_or_those_of_the_properties(string? count, string? names, int expected)
    {
        var configuration = new Dictionary<string, string>();
        if (count is not null)
        {
            configuration["delta.dataSkippingNumIndexedCols"] = count;
        }

        if (names is not null)
        {
            configuration["delta.dataSkippingStatsColumns"] = names;
        }

        var fields = Enumerable.Range(0, 40).Select(i => new StructField($"c{i}", PrimitiveType.Long)).ToArray();
        var metadata = new Metadata { Id = "x", Schema = new StructType([new StructField("p", PrimitiveType.Long), .. fields]), PartitionColumns = ["p"], Configuration = configuration };
        var columns = fields.Select(field => new ColumnStatistics([field.Name], field.Type, 0, "1", "2")).ToArray();
        var footer = new ParquetFooter("f", 1, 1, metadata.Schema, columns, new Dictionary<string, string>());

        var stats = JsonElement.Parse(StatisticsBuilder.Build(footer, metadata));
        Assert.Equal(expected, stats.GetProperty("nullCount").EnumerateObject().Count());
        Assert.Equal(expected, stats.GetProperty("maxValues").EnumerateObject().Count());
    }

    [Fact]
    public void Leaves_of_structs_count_one_by_one()
    {
        var structure = new StructType(new StructField("a", PrimitiveType.Long), new StructField("b", PrimitiveType.Long));
        var metadata = new Metadata
        {
            Id = "x",
            Schema = new StructType(new StructField("s", structure), new StructField("t", structure)),
            Configuration = new Dictionary<string, string> { ["delta.dataSkippingNumIndexedCols"] = "3" },
        };
        var columns = new[] { "s", "t" }.SelectMany(name => new[] { "a", "b" }.Select(leaf => new ColumnStatistics([name, leaf], PrimitiveType.Long, 0, "1", "2"))).ToArray();
        var stats = StatisticsBuilder.Build(new ParquetFooter("f", 1, 1, metadata.Schema, columns, new Dictionary<string, string>()), metadata);

        Assert.Contains("\"nullCount\":{\"s\":{\"a\":0,\"b\":0},\"t\":{\"a\":0}}", stats, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "short", "short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u007f")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\U0010FFFF")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa🙂b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa🙂", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa🙂\u007f")]
    public void Text_bounds_have_32_characters_and_a_tie_breaker(string text, string min, string max) =>
        Assert.Equal((min, max), (BoundTruncation.Min(text), BoundTruncation.TryMax(text)));

    [Fact]
    public void Cut_bounds_stay_bounds()
    {
        var character = Gen.OneOf(Gen.Char.AlphaNumeric.Select(one => one.ToString()), Gen.Int[0, 4].Select(i => Special[i]));
        character.Array[0, 100].Select(string.Concat).Sample(
            text =>
            {
                Assert.True(Compare(BoundTruncation.Min(text), text) <= 0);
                Assert.True(BoundTruncation.TryMax(text) is not { } max || Compare(text, max) <= 0);
            },
            iter: 3000,
            threads: 1);
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private async Task<string> StatisticsAsync(string query, string options = "")
    {
        Directory.CreateDirectory(_bench.Root);
        _bench.Execute($"COPY ({query}) TO '{_bench.Root}/f.parquet' (FORMAT parquet{options})");
        var footer = (await _bench.Parquet.ReadFootersAsync([$"{_bench.Root}/f.parquet"], TestContext.Current.CancellationToken))[0];
        return StatisticsBuilder.Build(footer, new Metadata { Id = "x", Schema = footer.Schema });
    }
}
