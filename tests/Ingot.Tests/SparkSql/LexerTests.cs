using System.Numerics;
using Ingot.SparkSql;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.Tests.SparkSql;

public sealed class LexerTests
{
    [Theory]
    [InlineData("1", "int", 1L)]
    [InlineData("-2147483648", "int", -2147483648L)]
    [InlineData("2147483648", "bigint", 2147483648L)]
    [InlineData("5L", "bigint", 5L)]
    [InlineData("5s", "smallint", 5L)]
    [InlineData("-128Y", "tinyint", -128L)]
    [InlineData("1e3", "double", 1000.0)]
    [InlineData("1.5F", "float", 1.5)]
    [InlineData("1.5d", "double", 1.5)]
    [InlineData("'it''s'", "string", "its")]
    [InlineData("'a' \"b\"", "string", "ab")]
    [InlineData(@"'a\tb\u0041\101\%\_'", "string", "a\tbAA\\%\\_")]
    [InlineData(@"r'a\tb'", "string", @"a\tb")]
    [InlineData("DATE'2024-02-29'", "date", 19782L)]
    [InlineData("TIMESTAMP'1970-01-01 00:00:01.5'", "timestamp", 1_500_000L)]
    [InlineData("INTERVAL 2 DAYS", "interval day", 172_800_000_000L)]
    [InlineData("INTERVAL '1-2' YEAR TO MONTH", "interval year to month", 14L)]
    [InlineData("INTERVAL '-1 02:03:04' DAY TO SECOND", "interval day to second", -93_784_000_000L)]
    [InlineData("NULL", "void", null)]
    public void A_literal_has_the_type_and_value_of_Spark(string text, string type, object? value)
    {
        var literal = Assert.IsType<LiteralExpression>(SparkSqlParser.ParseExpression(text));

        Assert.Equal(type, literal.Type.Name);
        Assert.Equal(value, literal.Value);
    }

    [Theory]
    [InlineData("12.50", 4, 2, 1250)]
    [InlineData("0.05", 2, 2, 5)]
    [InlineData("1BD", 1, 0, 1)]
    [InlineData("1.2e-3BD", 4, 4, 12)]
    [InlineData("-.5", 1, 1, -5)]
    public void A_decimal_literal_has_just_its_digits(string text, int precision, int scale, int unscaled)
    {
        var literal = Assert.IsType<LiteralExpression>(SparkSqlParser.ParseExpression(text));

        Assert.Equal(SparkType.Decimal(precision, scale), literal.Type);
        Assert.Equal(new BigInteger(unscaled), literal.Value);
    }

    [Theory]
    [InlineData("SELECT 'abc", 1, 8)]
    [InlineData("SELECT\n  `abc", 2, 3)]
    [InlineData("/* a\n", 1, 1)]
    [InlineData("SELECT 99999999999999999999999999999999999999999", 1, 8)]
    [InlineData("SELECT 128Y", 1, 8)]
    [InlineData("SELECT é", 1, 8)]
    public void A_token_that_is_none_is_an_error_at_its_place(string text, int line, int column)
    {
        var error = Assert.Single(Assert.Throws<SparkSqlException>(() => SparkSqlParser.ParseQuery(text)).Errors);

        Assert.Equal((line, column), (error.Place.Line, error.Place.Column));
    }

    [Fact]
    public void Front_matter_and_other_comments_are_skipped_and_places_are_those_of_the_file()
    {
        var query = SparkSqlParser.ParseQuery("/* ---\nkey: [id] /* nested */\n--- */\n-- a comment\nSELECT\n  x\nFROM silver.t");

        var table = Assert.Single(TableReferences.Of(query));
        Assert.Equal((7, 6), (table.Place.Line, table.Place.Column));
        var item = Assert.IsType<NameExpression>(Assert.IsType<SelectBody>(query.Body).Items[0]);
        Assert.Equal((6, 3, 1), (item.Place.Line, item.Place.Column, item.Place.Length));
    }
}
