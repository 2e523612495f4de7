using DuckDB.NET.Data;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Tests.SparkSql;

public sealed class TranslatorTests
{
    [Theory]
    [InlineData("CAST(3 * 12.34 * (100 - 12.50) / 100 AS DECIMAL(18, 2))", "32.39")]
    [InlineData("CAST(2 AS DECIMAL(10, 0)) / 3", "0.666667")]
    [InlineData("-2.00 / 3.0", "-0.666667")]
    [InlineData("CAST(1.005 AS DECIMAL(10, 2))", "1.01")]
    [InlineData("CAST(-1.005 AS DECIMAL(10, 2))", "-1.01")]
    [InlineData("CAST(1.005D AS DECIMAL(10, 2))", "1.01")]
    [InlineData("CAST(2.9 AS INT)", "2")]
    [InlineData("-7 DIV 2", "-3")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("CAST(-2147483648 AS INT) % -1", "0")]
    [InlineData("99999999.99 * 99999999.99", "9999999998000000.0001")]
    [InlineData("CAST('999999999999999.99' AS DECIMAL(18,2)) + CAST('9999999999999999.99' AS DECIMAL(18,2))", "10999999999999999.98")]
    [InlineData("substring('abcdef', -3, 2)", "de")]
    [InlineData("left('abc', NULL)", null)]
    [InlineData("upper('straße')", "STRASSE")]
    [InlineData("1 / 2", "0.5")]
    [InlineData("try_divide(1, 0)", null)]
    [InlineData("try_cast('x' AS INT)", null)]
    [InlineData("try_add(2147483647, 1)", null)]
    [InlineData("typeof(1 / 2.0)", "decimal(8,6)")]
    public void A_value_is_that_of_Spark(string expression, string? value) => Assert.Equal(value, TestDuckDb.Value($"SELECT {expression}"));

    [Theory]
    [InlineData("2147483647 + 1", "Overflow")]
    [InlineData("1 / 0", "DIVIDE_BY_ZERO")]
    [InlineData("1.5 % 0", "DIVIDE_BY_ZERO")]
    [InlineData("CAST('1.5' AS INT)", "CAST_INVALID_INPUT")]
    [InlineData("CAST(1000 AS TINYINT)", "out of range")]
    [InlineData("CAST(123.45 AS DECIMAL(4, 2))", "out of range")]
    [InlineData("array(1)[5]", "INVALID_ARRAY_INDEX")]
    [InlineData("DATE(concat('2023-02-', '30'))", "CAST_INVALID_INPUT")]
    public void What_fails_on_Spark_in_ANSI_mode_fails(string expression, string message) =>
        Assert.Contains(message, Assert.Throws<DuckDBException>(() => TestDuckDb.Value($"SELECT {expression}")).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("SELECT first(x) FROM VALUES (1) AS t(x)", "depends on the order of rows", 8)]
    [InlineData("SELECT 'a' RLIKE '(?=a)'", "a group with (?", 18)]
    [InlineData("SELECT current_date()", "current_date", 8)]
    [InlineData("SELECT CAST(1.5D AS STRING)", "The cast of double to string", 8)]
    [InlineData("SELECT date_format(DATE'2024-01-01', 'GGGG')", "The letters 'GGGG'", 38)]
    public void What_is_not_proven_is_refused_at_its_place(string text, string message, int column)
    {
        var query = Analyzer.Analyze(SparkSqlParser.ParseQuery(text), new KnownTables());

        var error = Assert.Single(Assert.Throws<SparkSqlException>(() => SparkTranslator.TranslateQuery(query, _ => "")).Errors);
        Assert.Contains(message, error.Message);
        Assert.Equal(column, error.Place.Column);
    }

    [Fact]
    public void The_same_query_gives_the_same_text()
    {
        var tables = new KnownTables().Add("t", new TableColumn("a", SparkType.Int), new TableColumn("b", SparkType.Timestamp));
        string Translate() => SparkTranslator.TranslateQuery(Analyzer.Analyze(SparkSqlParser.ParseQuery("SELECT a, max(b) AS b FROM t WHERE a IN (SELECT a FROM t) GROUP BY a ORDER BY b"), tables), _ => "t");

        Assert.Equal(Translate(), Translate());
    }

    [Fact]
    public void A_check_is_written_over_the_columns_of_an_alias()
    {
        var expression = Analyzer.AnalyzeExpression(SparkSqlParser.ParseExpression("a BETWEEN 1 AND 5"), [new TableColumn("a", SparkType.Int)]);

        Assert.Equal("CAST(((m.\"a\" >= 1) AND (m.\"a\" <= 5)) AS BOOLEAN)", SparkTranslator.TranslateExpression(expression, "m").Replace("\"m\"", "m"));
    }
}
