using CsCheck;
using Ingot.SparkSql;

namespace Ingot.Tests.SparkSql;

public sealed class SparkSqlPropertyTests
{
    private static readonly string[] Words =
    [
        "SELECT", "FROM", "WHERE", "GROUP", "BY", "ORDER", "HAVING", "WITH", "AS", "JOIN", "LEFT", "ON", "USING", "(", ")", ",", ".", "*", "a", "t", "`b c`", "'x'", "1", "2.5", "1e3", "-", "+",
        "=", "<=>", "AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "NULL", "CASE", "WHEN", "THEN", "ELSE", "END", "CAST", "INT", "DECIMAL", "count", "sum", "OVER", "PARTITION", "ROWS",
        "UNION", "ALL", "EXCEPT", "INTERVAL", "DAY", "DATE", "EXISTS", "[", "]", "->", "::", "VALUES", "LATERAL", "VIEW", "ROLLUP", "LIMIT", "DISTINCT", ";", "/*", "*/", "--", "\n", "\\", "\"",
    ];

    private static readonly Gen<string> WordSalad = Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[0, 40].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Expression = Gen.Recursive<string>((depth, inner) => depth > 4
        ? OneOf("a", "t.a", "1", "2.50", "'x'", "NULL", "true", "DATE'2024-01-31'", "INTERVAL 1 DAY", "1.5F", "X'4142'")
        : Gen.OneOf(
            OneOf("a", "b", "-7", "'it\\'s'"),
            Gen.Select(inner, OneOf("+", "-", "*", "/", "%", "DIV", "||", "=", "<=>", "<>", "&", "|", "^"), inner, (left, symbol, right) => $"({left} {symbol} {right})"),
            Gen.Select(inner, inner, (left, right) => $"({left} AND NOT {right})"),
            Gen.Select(inner, inner, (left, right) => $"coalesce({left}, {right})"),
            Gen.Select(inner, value => $"CAST({value} AS DECIMAL(10,2))"),
            Gen.Select(inner, inner, inner, (when, then, otherwise) => $"CASE WHEN {when} THEN {then} ELSE {otherwise} END"),
            Gen.Select(inner, inner, (value, low) => $"({value} BETWEEN {low} AND 5)"),
            Gen.Select(inner, value => $"({value} IS NOT NULL)"),
            Gen.Select(inner, value => $"({value} IN (1, 2))")));

    [Fact]
    public void Any_text_gives_a_tree_or_our_error() => Gen.String[Gen.Char["\0\n\t !\"#$%&'()*+,-./0123456789:;<=>?@AZaz[\\]^_`{|}é"], 0, 60].Sample(text => Parses(text) || true);

    [Fact]
    public void Any_words_give_a_tree_or_our_error() => WordSalad.Sample(text => Parses(text) || true, iter: 5000);

    [Fact]
    public void What_is_written_reads_back_the_same() => Expression.Sample(
        text =>
        {
            var written = SqlWriter.Write(SparkSqlParser.ParseExpression(text));
            return SqlWriter.Write(SparkSqlParser.ParseExpression(written)) == written;
        },
        iter: 2000);

    [Fact]
    public void Words_that_are_a_query_are_written_stable() => WordSalad.Sample(
        text =>
        {
            try
            {
                var written = SqlWriter.Write(SparkSqlParser.ParseQuery("SELECT " + text));
                return SqlWriter.Write(SparkSqlParser.ParseQuery(written)) == written;
            }
            catch (SparkSqlException) when (!Parses("SELECT " + text))
            {
                return true;
            }
        },
        iter: 5000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static bool Parses(string text)
    {
        try
        {
            SparkSqlParser.ParseQuery(text);
            return true;
        }
        catch (SparkSqlException exception)
        {
            Assert.All(exception.Errors, error => Assert.InRange(error.Place.Offset, 0, text.Length));
            return false;
        }
    }
}
