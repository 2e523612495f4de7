using CsCheck;
using Ingot.Scaffolding.Names;

namespace Ingot.Tests.Scaffolding;

public sealed class SafeNamesTests
{
    private static readonly string[] Hostile =
    [
        "id", "ID", "Id", "order", "ORDER", "order_", "a b", "a.b", "a-b", "a_b", "`", "'", "\"", "", " ", "☃", "שלום", "größe", "groesse", "_x", "x", "c_x", "1st", "...", "a\u202Eb", "é", "e\u0301",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index]),
        Gen.String[Gen.Char, 0, 64],
        Gen.String[Gen.Char['א', 'ת'], 60, 64]);

    [Theory]
    [InlineData("customer_id", "customer_id")]
    [InlineData("CustomerID", "CustomerID")]
    [InlineData("order", "order_")]
    [InlineData("Group", "Group_")]
    [InlineData("date", "date")]
    [InlineData("user", "user")]
    [InlineData("first name", "first_name")]
    [InlineData("price (net)", "price_net")]
    [InlineData("a.b", "a_b")]
    [InlineData("größe", "groesse")]
    [InlineData("Año", "Ano")]
    [InlineData("цена", "tsena")]
    [InlineData("τιμή", "timi")]
    [InlineData("2fa", "c_2fa")]
    [InlineData("_hidden", "c_hidden")]
    [InlineData("⚡ volts", "u26a1_volts")]
    [InlineData("של", "u5e9u5dc")]
    [InlineData("e\u0301te\u0301", "ete")]
    public void Name_is_made_safe(string name, string expected) => Assert.Equal(expected, SafeNames.MakeSafe(name, "c"));

    [Fact]
    public void Names_that_meet_get_a_mark_and_the_one_that_was_so_keeps_its_name()
    {
        var names = SafeNames.ForTables([("shop", "Orders"), ("shop", "orders"), ("shop", "a b"), ("shop", "a_b"), ("shop", "a.b")]);
        Assert.Equal("orders", names[1]);
        Assert.Equal("a_b", names[3]);
        Assert.Matches("^Orders_[0-9a-f]{6}$", names[0]);
        Assert.Matches("^a_b_[0-9a-f]{6}$", names[2]);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Tables_of_one_name_in_two_databases_carry_the_database() =>
        Assert.Equal(["north_users", "south_users", "items"], SafeNames.ForTables([("north", "users"), ("south", "users"), ("south", "items")]));

    [Fact]
    public void Names_are_safe_unique_and_independent_of_the_order() =>
        Gen.Select(Words.Array[0, 30], Gen.Int[0, 1000]).Sample((names, seed) =>
        {
            var tables = names.Distinct().Select((name, index) => (Schema: index % 7 == 0 ? "one" : "two", Name: name)).ToList();
            var chosen = SafeNames.ForTables(tables);
            Assert.All(chosen, name => Assert.True(SafeNames.IsSafe(name), name));
            Assert.Equal(chosen.Count, chosen.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            var shuffled = tables.OrderBy(table => HashCode.Combine(table.Name.Length, seed, table.Name.FirstOrDefault())).ToList();
            var again = SafeNames.ForTables(shuffled);
            Assert.Equal(tables.Zip(chosen).OrderBy(pair => pair.First), shuffled.Zip(again).OrderBy(pair => pair.First));
        });

    [Fact]
    public void Name_that_is_safe_stays() =>
        Gen.String[Gen.Char.AlphaNumeric, 1, 64].Where(SafeNames.IsSafe).Sample(name => SafeNames.MakeSafe(name, "c") == name && SafeNames.ForTables([("shop", name)])[0] == name);
}
