using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Tests.SparkSql;

public sealed class AnalyzerTests
{
    private static readonly KnownTables Tables = new KnownTables()
        .Add("silver.items", new("id", SparkType.Long, Nullable: false), new("sale_id", SparkType.Long), new("quantity", SparkType.Int), new("unit_price", SparkType.Decimal(10, 2)), new("discount", SparkType.Decimal(5, 2)), new("note", SparkType.String))
        .Add("silver.sales", new("id", SparkType.Long), new("sold_at", SparkType.Timestamp), new("client", SparkType.String));

    [Theory]
    [InlineData("quantity * unit_price", "decimal(21,2)")]
    [InlineData("quantity * unit_price * (100 - discount) / 100", "decimal(32,8)")]
    [InlineData("unit_price + discount", "decimal(11,2)")]
    [InlineData("unit_price % 3", "decimal(3,2)")]
    [InlineData("unit_price DIV 3", "bigint")]
    [InlineData("quantity / 2", "double")]
    [InlineData("quantity DIV 2", "bigint")]
    [InlineData("quantity + 1L", "bigint")]
    [InlineData("quantity + note", "bigint")]
    [InlineData("unit_price + note", "double")]
    [InlineData("unit_price * CAST(1 AS DECIMAL(38,10))", "decimal(38,6)")]
    [InlineData("CASE WHEN true THEN 1 ELSE 2.5 END", "decimal(11,1)")]
    [InlineData("coalesce(quantity, unit_price)", "decimal(12,2)")]
    [InlineData("sum(quantity)", "bigint")]
    [InlineData("sum(unit_price)", "decimal(20,2)")]
    [InlineData("avg(unit_price)", "decimal(14,6)")]
    [InlineData("avg(quantity)", "double")]
    [InlineData("count(*)", "bigint")]
    [InlineData("round(unit_price, 1)", "decimal(10,1)")]
    [InlineData("floor(unit_price)", "decimal(9,0)")]
    [InlineData("concat(quantity, note)", "string")]
    [InlineData("map(1, array(2.5, 1))", "map<int,array<decimal(11,1)>>")]
    [InlineData("named_struct('a', 1, 'b', note)", "struct<a:int,b:string>")]
    [InlineData("DATE'2024-01-01' + INTERVAL 1 HOUR", "timestamp")]
    [InlineData("DATE'2024-01-01' - DATE'2023-01-01'", "interval day")]
    [InlineData("row_number() OVER (ORDER BY id)", "int")]
    public void An_expression_has_the_type_of_Spark(string expression, string type) =>
        Assert.Equal(type, Analyze($"SELECT {expression} AS x FROM silver.items GROUP BY ALL".Replace(" GROUP BY ALL", expression.Contains("sum(") || expression.Contains("avg(") || expression.Contains("count(") ? " GROUP BY ALL" : "")).Columns[0].Type.Name);

    [Theory]
    [InlineData("SELECT quantty FROM silver.items", "There is no column 'quantty'. Nearest: quantity", 1, 8)]
    [InlineData("SELECT *\nFROM silver.itms", "There is no table 'silver.itms'. Nearest: silver.items", 2, 6)]
    [InlineData("SELECT id FROM silver.items i JOIN silver.sales s ON i.sale_id = s.id", "The column 'id' is ambiguous: i.id, s.id", 1, 8)]
    [InlineData("SELECT note, sum(quantity) FROM silver.items", "The column 'note' is neither in GROUP BY nor in an aggregate", 1, 8)]
    [InlineData("SELECT id FROM silver.items WHERE sum(quantity) > 1", "cannot stand in WHERE", 1, 35)]
    [InlineData("SELECT uper(note) FROM silver.items", "The function 'uper' is not supported. Nearest: upper", 1, 8)]
    [InlineData("SELECT note AND true FROM silver.sales", "There is no column 'note'", 1, 8)]
    [InlineData("SELECT id FROM silver.items UNION SELECT id, client FROM silver.sales", "the same number of columns", 1, 1)]
    [InlineData("SELECT array(1) = 2", "does not take array<int> and int", 1, 8)]
    [InlineData("SELECT CAST(DATE'2024-01-01' AS INT)", "cannot be cast to int", 1, 8)]
    [InlineData("SELECT rank() OVER (PARTITION BY id) FROM silver.items", "needs ORDER BY", 1, 20)]
    public void A_finding_has_its_message_and_place(string text, string message, int line, int column)
    {
        var error = Assert.Throws<SparkSqlException>(() => Analyze(text)).Errors[0];

        Assert.Contains(message, error.Message);
        Assert.Equal((line, column), (error.Place.Line, error.Place.Column));
    }

    [Theory]
    [InlineData("foo(a, upper(b), t -> x, *)", "foo a b")]
    [InlineData("a + upper(b) * foo(1)", "a b foo")]
    [InlineData("CASE WHEN a = 1 THEN b ELSE c END", "a b c")]
    [InlineData("CASE quantity WHEN a THEN b END", "a b")]
    [InlineData("a BETWEEN b AND c", "a b c")]
    [InlineData("a IN (b, 1, c)", "a b c")]
    [InlineData("a AND b OR c", "a b c")]
    [InlineData("sum(a + b)", "a b")]
    public void All_findings_of_an_expression_are_told_at_once(string expression, string names)
    {
        var errors = Assert.Throws<SparkSqlException>(() => Analyze($"SELECT {expression} AS x FROM silver.items")).Errors;

        Assert.Equal(names, string.Join(' ', errors.Select(error => error.Message.Split('\'')[1])));
    }

    [Fact]
    public void All_findings_are_told_at_once()
    {
        var errors = Assert.Throws<SparkSqlException>(() => Analyze("SELECT a, upper(b), nope(id)\nFROM silver.items\nWHERE c = 1 ORDER BY d")).Errors;

        Assert.Equal(5, errors.Count);
    }

    [Fact]
    public void A_row_wise_query_tells_its_driving_table_and_what_it_passes_through()
    {
        var query = Analyze("SELECT i.id, upper(s.client) AS client, i.quantity * 2 AS double_quantity FROM silver.items i LEFT JOIN silver.sales s ON s.id = i.sale_id WHERE i.quantity > 0");

        Assert.Equal("silver.items", query.DrivingTable?.FullName);
        Assert.Equal(("silver.items", "id"), (query.Columns[0].PassThrough?.Table.FullName, query.Columns[0].PassThrough?.Column));
        Assert.Null(query.Columns[1].PassThrough);
        Assert.Equal("silver.sales.client", string.Join(", ", query.Columns[1].Origins.Select(origin => $"{origin.Table.FullName}.{origin.Column}")));
        Assert.Equal(["silver.items", "silver.sales"], query.Tables.Select(table => table.FullName));
    }

    [Theory]
    [InlineData("SELECT DISTINCT id FROM silver.items")]
    [InlineData("SELECT max(id) AS id FROM silver.items")]
    [InlineData("SELECT id FROM silver.items UNION ALL SELECT id FROM silver.sales")]
    [InlineData("SELECT i.id FROM silver.items i JOIN silver.sales s ON s.id = i.sale_id")]
    [InlineData("SELECT id, row_number() OVER (ORDER BY id) AS n FROM silver.items")]
    [InlineData("SELECT id FROM silver.items LIMIT 1")]
    [InlineData("SELECT i.id FROM silver.items i LEFT JOIN (SELECT sale_id, count(*) AS n FROM silver.items GROUP BY 1) g ON g.sale_id = i.sale_id")]
    public void A_query_that_may_give_other_rows_is_not_row_wise(string text) => Assert.False(Analyze(text).IsRowWise);

    [Fact]
    public void A_check_sees_the_columns_of_its_relation_alone()
    {
        var expression = Analyzer.AnalyzeExpression(SparkSqlParser.ParseExpression("quantity BETWEEN 1 AND 1000"), Tables.TryResolve(["silver", "items"])!);

        Assert.Equal(SparkType.Boolean, expression.Type);
        Assert.Contains("no column 'x'", Assert.Throws<SparkSqlException>(() => Analyzer.AnalyzeExpression(SparkSqlParser.ParseExpression("x > 0"), [])).Message);
    }

    private static AnalyzedQuery Analyze(string text) => Analyzer.Analyze(SparkSqlParser.ParseQuery(text), Tables);
}
