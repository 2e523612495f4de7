using Ingot.Scaffolding.Source;

namespace Ingot.Tests.Scaffolding;

public sealed class TableSelectionTests
{
    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("sales*", "sales", true)]
    [InlineData("sales*", "SALES_items", true)]
    [InlineData("sales*", "clients", false)]
    [InlineData("sales*,!*_log", "sales_log", false)]
    [InlineData("!*_log", "clients", true)]
    [InlineData("!*_log", "clients_log", false)]
    [InlineData("item?", "items", true)]
    [InlineData("item?", "item", false)]
    [InlineData("shop.items", "items", true)]
    [InlineData("other.items", "items", false)]
    [InlineData("other.*, items", "items", true)]
    [InlineData("`Items`", "items", false)]
    [InlineData("`a,b*`", "a,b*", true)]
    [InlineData("`a,b*`", "a,bc", false)]
    [InlineData("`a``b`*", "a`bc", true)]
    [InlineData("a.c", "a.c", true)]
    [InlineData("(a|b)+", "(a|b)+", true)]
    [InlineData("größe*", "GRÖSSE", false)]
    public void Patterns_choose(string patterns, string table, bool isIn) => Assert.Equal(isIn, TableSelection.Parse(patterns).Includes("shop", table));

    [Theory]
    [InlineData("a,,b")]
    [InlineData("!")]
    [InlineData("`a")]
    [InlineData(",")]
    public void Wrong_pattern_is_an_error(string patterns) => Assert.Equal("INGOT1061", Assert.Throws<PipelineException>(() => TableSelection.Parse(patterns)).Code);

    [Fact]
    public void Patterns_that_match_nothing_are_found() =>
        Assert.Equal(["clint*", "!*_lgo"], TableSelection.Parse("clint*,sales,!*_lgo").FindUnmatched([("shop", "clients"), ("shop", "sales"), ("shop", "a_log")]));
}
