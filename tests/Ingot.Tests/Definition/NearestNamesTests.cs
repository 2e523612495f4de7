using CsCheck;
using Ingot.Definition;

namespace Ingot.Tests.Definition;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("clinets", "clients", "sales", "products")]
    [InlineData("SALE", "sales", "sales_items", "clients")]
    [InlineData("items", "sales_items", "sales", "clients")]
    public void The_nearest_three_come_first(string name, params string[] expected) =>
        Assert.Equal(expected, NearestNames.Find(name, ["products", "clients", "sales", "sales_items", "client_addresses"]));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "The nearest is 'a'.")]
    [InlineData(2, "The nearest are 'a' and 'b'.")]
    [InlineData(4, "The nearest are 'a', 'b' and 'c'.")]
    public void The_sentence_lists_up_to_three(int count, string expected) =>
        Assert.Equal(expected, NearestNames.Sentence("a", new[] { "a", "b", "c", "d" }.Take(count)));

    [Fact]
    public void A_known_name_is_its_own_nearest() =>
        Gen.Select(Gen.String, Gen.String.Array).Sample((name, others) => Assert.Equal(name, NearestNames.Find(name, others.Append(name), 1)[0], ignoreCase: name.Length <= 64));
}
