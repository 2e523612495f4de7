using System.Globalization;
using System.Text.Json;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Lakes;

/// <summary>Every table of the demo's lake is read alike by Ingot, by delta-rs and by Spark.</summary>
public sealed class DemoLakeTests(DemoLake lake)
{
    [Fact]
    public async Task Every_table_has_the_same_rows_for_delta_rs()
    {
        var tables = await lake.LoadTablesAsync();
        var query = string.Join(" UNION ALL ", tables.Select((table, index) => $"SELECT '{NameOf(table)}' AS name, count(*) AS n FROM t{index}"));

        var counts = await DeltaRsTool.QueryAsync(query, tables.Select((table, index) => ($"t{index}", LocationOf(table))));

        AssertSameRows(tables, counts);
    }

    [Fact]
    public async Task Every_table_has_the_same_rows_for_Spark()
    {
        var tables = await lake.LoadTablesAsync();
        var query = string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{NameOf(table)}' AS name, count(*) AS n FROM delta.`{LocationOf(table)}`"));

        AssertSameRows(tables, await SparkTool.RunAsync([query]));
    }

    [Fact]
    public async Task Gold_has_the_same_figures_for_Spark_and_delta_rs()
    {
        const string query = "SELECT count(*) AS n, sum(revenue) AS revenue, sum(quantity) AS quantity, min(sold_on) AS first_day, max(sold_on) AS last_day FROM ";
        var table = (await lake.LoadTablesAsync()).Single(table => NameOf(table) == "gold.fact_sales");
        var ours = JsonElement.Parse(await lake.RunAsync("query", query + "gold.fact_sales", "--format", "json"));
        var expected = Figures(ours.ValueKind == JsonValueKind.Array ? ours[0] : ours);

        Assert.Equal(expected, Figures((await DeltaRsTool.QueryAsync(query + "t", ("t", LocationOf(table)))).Single()));
        Assert.Equal(expected, Figures((await SparkTool.RunAsync([$"{query} delta.`{LocationOf(table)}`"])).Single()));
    }

    private static void AssertSameRows(IReadOnlyList<JsonElement> tables, IReadOnlyList<JsonElement> counts) => Assert.Equal(
        tables.Select(table => (NameOf(table), RowsOf(table))).Order(),
        counts.Select(count => (count.GetProperty("name").GetString()!, count.GetProperty("n").GetInt64())).Order());

    private static string NameOf(JsonElement table) => table.GetProperty("name").GetString()!;

    private static string LocationOf(JsonElement table) => table.GetProperty("location").GetString()!;

    private static long RowsOf(JsonElement table) => table.GetProperty("rows").GetInt64();

    private static string Figures(JsonElement row)
    {
        string Text(string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : row.GetProperty(name).GetRawText();
        var revenue = decimal.Parse(Text("revenue"), CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);
        return $"{Text("n")} {revenue} {Text("quantity")} {Text("first_day")[..10]} {Text("last_day")[..10]}";
    }
}
