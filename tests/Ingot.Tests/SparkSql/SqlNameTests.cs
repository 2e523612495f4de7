using Ingot.SparkSql;
using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Parsing;

namespace Ingot.Tests.SparkSql;

public sealed class SqlNameTests
{
    public static TheoryData<string> Places =>
        ["SELECT {0} FROM t", "SELECT {0} IS NOT NULL FROM t", "SELECT {0} IN (1) OR {0} = 2 FROM t", "SELECT 1 + {0}", "SELECT r.{0} FROM t AS r", "SELECT 1 AS {0}", "SELECT {0}.a FROM s.{0} AS {0} WHERE {0}.a > 1", "SELECT a FROM t GROUP BY {0} ORDER BY {0}"];

    [Theory]
    [InlineData("id", "id")]
    [InlineData("_a1", "_a1")]
    [InlineData("Order", "`Order`")]
    [InlineData("1st", "`1st`")]
    [InlineData("a b", "`a b`")]
    [InlineData("a`b", "`a``b`")]
    [InlineData("größe", "`größe`")]
    public void Back_ticks_stand_where_they_are_needed(string name, string written) => Assert.Equal(written, SqlName.Write(name));

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_word_of_the_language_is_read_as_a_name(string place)
    {
        var words = Keywords.EndExpressions.Concat(Keywords.NoColumnAlias).Concat(Keywords.NoTableAlias).Concat(FunctionTable.Names)
            .Concat(["NULL", "TRUE", "CASE", "CAST", "DATE", "TIMESTAMP", "INTERVAL", "EXISTS", "VALUES", "ALL", "DISTINCT", "ROW", "ROWS", "ROLLUP", "CUBE", "FIRST", "LAST", "YEAR", "MONTH", "VALUE", "KEY", "TYPE", "X", "STRUCT", "MAP", "ARRAY"]);
        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Assert.Equal(Read(place, $"`{word}`"), Read(place, SqlName.Write(word)));
        }
    }

    // Without the places, which differ by the back-ticks.
    private static string Read(string place, string name) => SqlWriter.Write(SparkSqlParser.ParseQuery(place.Replace("{0}", name, StringComparison.Ordinal)));
}
