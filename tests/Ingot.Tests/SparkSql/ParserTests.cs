using Ingot.SparkSql;

namespace Ingot.Tests.SparkSql;

public sealed class ParserTests
{
    [Theory]
    [InlineData("a OR b AND NOT c = d", "(`a` OR (`b` AND (NOT (`c` = `d`))))")]
    [InlineData("1 + 2 * 3 % 4 DIV 5", "(1 + (((2 * 3) % 4) DIV 5))")]
    [InlineData("a | b ^ c & d + e", "(`a` | (`b` ^ (`c` & (`d` + `e`))))")]
    [InlineData("- a ^ ~b", "((- `a`) ^ (~ `b`))")]
    [InlineData("a <=> b", "(`a` <=> `b`)")]
    [InlineData("x NOT BETWEEN 1 AND 2 AND y", "((NOT (`x` BETWEEN 1 AND 2)) AND `y`)")]
    [InlineData("a NOT IN (1, 2)", "(NOT (`a` IN (1, 2)))")]
    [InlineData("a LIKE 'x' ESCAPE '#'", "(`a` LIKE 'x' ESCAPE '#')")]
    [InlineData("a IS NOT DISTINCT FROM b", "(`a` <=> `b`)")]
    [InlineData("a::int::string", "CAST(CAST(`a` AS INT) AS STRING)")]
    [InlineData("extract(year FROM d)", "date_part('year', `d`)")]
    [InlineData("substring(a FROM 2 FOR 3)", "substring(`a`, 2, 3)")]
    [InlineData("trim(LEADING 'x' FROM a)", "ltrim('x', `a`)")]
    [InlineData("transform(a, x -> x + 1)[0].b", "transform(`a`, `x` -> (`x` + 1))[0].`b`")]
    [InlineData("1 . a", "(1).`a`")]
    [InlineData("sum(x) FILTER (WHERE x > 0) OVER (PARTITION BY a ORDER BY b ROWS 2 PRECEDING)",
        "sum(`x`) FILTER (WHERE (`x` > 0)) OVER (PARTITION BY `a` ORDER BY `b` ASC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    public void Operators_bind_as_in_Spark(string text, string expected) => Assert.Equal(expected, SqlWriter.Write(SparkSqlParser.ParseExpression(text)));

    [Theory]
    [InlineData("WITH a AS (SELECT * FROM x) SELECT * FROM a JOIN y USING (id) WHERE EXISTS (SELECT 1 FROM z.w)", "x, y, z.w")]
    [InlineData("SELECT (SELECT max(v) FROM s) FROM `odd name`.t AS u, LATERAL (SELECT 1 FROM q) UNION ALL TABLE r", "s, odd name.t, q, r")]
    [InlineData("WITH a AS (SELECT 1) SELECT * FROM a, b.a", "b.a")]
    public void The_tables_of_a_query_are_found_without_the_names_of_WITH(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", TableReferences.Of(SparkSqlParser.ParseQuery(text)).Select(table => string.Join('.', table.Name))));

    [Theory]
    [InlineData("SELECT a FROM t TABLESAMPLE (10 PERCENT)", "TABLESAMPLE")]
    [InlineData("SELECT * FROM t PIVOT (sum(a) FOR b IN (1))", "PIVOT")]
    [InlineData("SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1", "QUALIFY")]
    [InlineData("SELECT a, FROM t", "expected an expression")]
    [InlineData("SELECT (1", "expected ')'")]
    [InlineData("UPDATE t SET a = 1", "expected SELECT or WITH")]
    [InlineData("SELECT 1 SELECT 2", "expected")]
    public void What_is_not_supported_or_no_SQL_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<SparkSqlException>(() => SparkSqlParser.ParseQuery(text)).Errors[0].Message);

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash() =>
        Assert.Contains("nested", Assert.Throws<SparkSqlException>(() => SparkSqlParser.ParseExpression(new string('(', 100_000) + "1")).Errors[0].Message);
}
