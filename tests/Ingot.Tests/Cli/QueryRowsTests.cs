using Ingot.Catalog;
using Ingot.Cli.Json;
using Ingot.Cli.Query;
using Ingot.Cli.Rendering;
using Ingot.Query;
using Ingot.SparkSql.Types;

namespace Ingot.Tests.Cli;

public sealed class QueryRowsTests
{
    private static readonly IReadOnlyList<QueryColumn> Columns =
    [
        new("id", SparkType.Long), new("name", SparkType.String), new("price", SparkType.Decimal(18, 2)), new("name", SparkType.String), new("raw", SparkType.Binary), new("tags", new ArrayType(SparkType.String)),
        new("rate", SparkType.Double), new("sold", SparkType.Boolean),
    ];

    private static QueryRows Sample => new(Columns,
    [
        [1L, "Ann", "12345678901234.50", "x", new byte[] { 0, 255 }, "[\"a\",\"b\"]", 0.1, true],
        [-20L, "two\nlines, \"quoted\" [red]", "0.00", "", null, null, double.NaN, false],
        [null, null, null, null, null, null, null, null],
        [3L, "日本語", "1.00", new string('y', 80), Array.Empty<byte>(), "[]", 1e300, null],
    ]);

    [Fact]
    public void A_table_is_aligned_shows_nulls_and_keeps_each_row_on_a_line()
    {
        using var terminal = new TestTerminal();
        TableRows.Take(Sample).Write(terminal.Console, int.MaxValue);
        Snapshot.Matches("query-table", terminal.Output);
    }

    [Fact]
    public void A_table_wider_than_the_terminal_is_cut_with_a_note()
    {
        using var terminal = new TestTerminal();
        TableRows.Take(Sample).Write(terminal.Console, 80);
        Assert.All(terminal.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("4 rows, 3 of 8 columns; --format csv writes all", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_result_is_cut_with_a_note_and_its_rest_is_not_read()
    {
        using var terminal = new TestTerminal();
        var endless = Enumerable.Range(0, int.MaxValue).Select(number => (IReadOnlyList<object?>)[(long)number]);
        TableRows.Take(new QueryRows([new("n", SparkType.Long)], endless)).Write(terminal.Console, 80);
        Assert.Contains("the first 1,000 rows; --format csv writes all", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_without_rows_still_has_its_columns()
    {
        using var terminal = new TestTerminal();
        TableRows.Take(new QueryRows([new("n", SparkType.Long)], [])).Write(terminal.Console, 80);
        Assert.Equal("n\n─\n0 rows\n", terminal.Output);
    }

    [Fact]
    public void Csv_tells_null_from_an_empty_text_and_quotes_what_must_be_quoted()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Assert.Equal(4, CsvRows.Write(writer, Sample, TestContext.Current.CancellationToken));
        Snapshot.Matches("query-csv", writer.ToString());
    }

    [Fact]
    public void Json_keeps_the_digits_of_decimals_and_the_form_of_arrays()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Assert.Equal(4, JsonRows.Write(writer, Sample, TestContext.Current.CancellationToken));
        Snapshot.Matches("query-json", writer.ToString());
    }

    [Fact]
    public void The_document_of_a_query_keeps_its_shape()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        JsonOutput.Write(writer, QueryOutput.BuildDocument(Sample));
        Snapshot.Matches("query-document", writer.ToString());
    }

    [Fact]
    public void The_catalog_lists_tables_and_the_columns_of_one()
    {
        using var terminal = new TestTerminal();
        var updated = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        var bronze = new CatalogTable(
            "bronze.clients", "/lake/bronze/clients", "", [new("id", "bigint", "int unsigned", "the key", null), new("email", "string", "varchar(80)", "where to write", "email"), new("load_id", "bigint", null, null, null)], ["load_id"], 20_000, 1_234_567, 2, 1, updated, ["MySQL shop.clients"]);
        var gold = new CatalogTable(
            "gold.fact_sales", "/lake/gold/fact_sales", "One row an item sold", [new("sale_id", "bigint", null, null, null)], [], null, 99, 1, 12, updated, ["silver.a", "silver.b", "silver.c", "silver.d"]);
        TablesView.Write(terminal.Console, "/lake", [bronze, gold]);
        TablesView.WriteOne(terminal.Console, bronze);
        TablesView.WriteOne(terminal.Console, gold);
        Snapshot.Matches("tables", terminal.Output);
    }
}
