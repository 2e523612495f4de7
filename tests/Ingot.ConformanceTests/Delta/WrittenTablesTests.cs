using System.Text.Json;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Delta;

/// <summary>Tables that Ingot wrote, read by delta-rs and by Spark with the same rows.</summary>
public sealed class WrittenTablesTests(WrittenTables tables) : IClassFixture<WrittenTables>
{
    /// <summary>One text a row from each table, made by the same words in DataFusion, Spark and DuckDB.</summary>
    private static readonly (string Table, string Query, string[] Rows)[] Expected =
    [
        ("primitives", "SELECT a_byte, a_short, an_int, a_long, a_bool, a_string FROM t ORDER BY a_byte",
        [
            "[1,300,100000,10000000000,false,\"text 1 äß🙂\"]", "[2,600,200000,20000000000,true,\"text 2 äß🙂\"]",
            "[3,900,300000,30000000000,false,null]", "[4,1200,400000,40000000000,true,\"text 4 äß🙂\"]",
        ]),
        ("primitives", "SELECT cast(small_decimal as string) AS s, cast(big_decimal as string) AS b, cast(a_date as string) AS d, cast(a_float as double) AS f, a_double FROM t WHERE a_byte = 1",
            ["[\"1.25\",\"1234567890123456789012345678.1100000000\",\"1609-09-05\",0.25,0.125]"]),
        ("primitives", "SELECT count(*) AS n FROM t WHERE a_timestamp >= timestamp '1972-09-26 23:59:59.123456' AND a_timestamp < timestamp '1972-09-26 23:59:59.123457'", ["[1]"]),
        ("primitives", "SELECT count(*) AS n FROM t WHERE big_decimal = cast('1234567890123456789012345678.12' as decimal(38,10)) AND a_string > 'text 1'", ["[1]"]),
        ("nested", "SELECT id, a_struct['inner']['y'] AS y FROM t ORDER BY id", ["[1,\"v1\"]", "[2,\"v2\"]", "[3,\"v3\"]"]),
        ("partitioned", "SELECT id, load_id, cast(day as string) AS d, city, cast(amount as string) AS a FROM t ORDER BY id",
            ["[1,7,\"2024-02-29\",\"Köln/50% = a b\",\"12.50\"]", "[2,null,null,null,null]"]),
        ("partitioned", "SELECT count(*) AS n FROM t WHERE moment = timestamp '2024-02-29 01:02:03.456'", ["[1]"]),
        ("checkpointed", "SELECT count(*) AS n, sum(id) AS s, min(name) AS a, max(name) AS z FROM t", ["[20,290,\"name 10\",\"name 9\"]"]),
        ("overwritten", "SELECT count(*) AS n, sum(id) AS s FROM t", ["[3,3]"]),
        ("evolved", "SELECT id, s['a'] AS a, s['b'] AS b, cast(late as string) AS l FROM t ORDER BY id", ["[1,1,null,null]", "[2,2,\"two\",\"2.500\"]"]),
        ("empty", "SELECT count(*) AS n FROM t", ["[0]"]),
        ("timestamp_ntz", "SELECT count(*) AS n FROM t WHERE moment = cast('2024-05-06 07:08:09.123456' as TIMESTAMP_WITHOUT_ZONE)", ["[1]"]),
    ];

    [Fact]
    public async Task Rows_are_the_same_in_delta_rs()
    {
        foreach (var (table, query, rows) in Expected)
        {
            // DataFusion's name for a timestamp without a zone; strings of it are not the point here.
            var words = query.Replace("TIMESTAMP_WITHOUT_ZONE", "timestamp", StringComparison.Ordinal);
            Assert.Equal(rows, Texts(await DeltaRsTool.QueryAsync(words, ("t", tables.Folders[table]))));
        }
    }

    [Fact]
    public async Task Rows_are_the_same_in_DuckDB()
    {
        foreach (var (table, query, rows) in Expected)
        {
            var relation = DuckDbRelation.BuildSelect(await tables.LoadAsync(table));
            var words = query.Replace("TIMESTAMP_WITHOUT_ZONE", "timestamp", StringComparison.Ordinal).Replace("= timestamp '", "= timestamptz '", StringComparison.Ordinal);
            var found = tables.Lab.Rows($"SELECT CAST(to_json(row_to_json(r)) AS VARCHAR) FROM ({words.Replace("FROM t", $"FROM ({relation}) t", StringComparison.Ordinal)}) r");
            Assert.Equal(rows, Texts([.. found.Select(text => JsonElement.Parse(text))]));
        }
    }

    [Fact]
    public async Task Rows_are_the_same_in_Spark_which_can_travel_and_append_too()
    {
        var statements = Expected.Select((expected, i) =>
            $"SELECT {i} AS query, to_json(struct(r.*), map('ignoreNullFields', 'false')) AS value FROM ({expected.Query
                .Replace("TIMESTAMP_WITHOUT_ZONE", "timestamp_ntz", StringComparison.Ordinal)
                .Replace("FROM t", $"FROM delta.`{tables.Folders[expected.Table]}`", StringComparison.Ordinal)}) r");
        var checkpointed = tables.Folders["checkpointed"];
        IEnumerable<string> more =
        [
            $"SELECT 101 AS query, to_json(array(count(*))) AS value FROM delta.`{checkpointed}` VERSION AS OF 12",
            $"INSERT INTO delta.`{tables.Folders["grown_by_spark"]}` VALUES (1000)",
            $"SELECT 102 AS query, to_json(array(count(*), max(id))) AS value FROM delta.`{tables.Folders["grown_by_spark"]}`",
            $"SELECT 103 AS query, to_json(array(`a.b`, `größe🙂`, `percent%20`)) AS value FROM delta.`{tables.Folders["names"]}`",
        ];
        var rows = await SparkTool.RunAsync([.. statements, .. more]);
        var byQuery = rows.Where(row => row.TryGetProperty("query", out _)).ToLookup(row => row.GetProperty("query").GetInt32(), row => row.GetProperty("value").GetString()!);
        for (var i = 0; i < Expected.Length; i++)
        {
            Assert.Equal(Expected[i].Rows, Texts([.. byQuery[i].Select(text => JsonElement.Parse(text))]));
        }

        Assert.Equal(["[10]"], byQuery[101]);
        Assert.Equal(["[4,1000]"], byQuery[102]);
        Assert.Equal(["[1,3,4]"], byQuery[103]);
    }

    /// <summary>Each row as a JSON array of its values in order.</summary>
    private static List<string> Texts(IReadOnlyList<JsonElement> rows) =>
        [.. rows.Select(row => $"[{string.Join(',', row.EnumerateObject().Select(property => Text(property.Value)))}]")];

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\"" : value.GetRawText();
}
