using Ingot.MySql;

namespace Ingot.Tests.MySql;

public sealed class GtidSetTests
{
    private const string A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    [Theory]
    [InlineData($"{A}:1-3:4-5", $"{A}:1-5", true)]
    [InlineData($"{A}:5:1-3:4", $"{A}:1-5", true)]
    [InlineData($"{A}:1-5", $"{A}:1-6", false)]
    [InlineData($"{A}:1-5:tag:1", $"{A}:1-5", false)]
    [InlineData("", "", true)]
    [InlineData("3E11FA47-71CA-11E1-9E33-C80AA9429562:1,\n3e11fa47-71ca-11e1-9e33-c80aa9429562:2", $"{A}:1-2", true)]
    public void MySql_sets_are_equal_by_their_transactions(string left, string right, bool expected)
    {
        var one = GtidSet.Parse(ServerFlavor.MySql, left);
        var other = GtidSet.Parse(ServerFlavor.MySql, right);
        Assert.Equal(expected, one.Equals(other));
        Assert.Equal(one, GtidSet.Parse(ServerFlavor.MySql, one.ToString()));
    }

    [Fact]
    public void MySql_set_contains_its_parts()
    {
        var whole = GtidSet.Parse(ServerFlavor.MySql, $"{A}:1-10");
        Assert.True(whole.Contains(GtidSet.Parse(ServerFlavor.MySql, $"{A}:2-3:7")));
        Assert.False(GtidSet.Parse(ServerFlavor.MySql, $"{A}:2-3").Contains(whole));
    }

    [Theory]
    [InlineData("0-1-100,1-2-7", "1-2-7,0-1-100", true)]
    [InlineData("0-1-100", "0-1-101", false)]
    [InlineData("0-1-100", "0-2-100", false)]
    public void MariaDb_sets_are_equal_by_the_last_of_each_domain(string left, string right, bool expected) =>
        Assert.Equal(expected, GtidSet.Parse(ServerFlavor.MariaDb, left).Equals(GtidSet.Parse(ServerFlavor.MariaDb, right)));

    [Theory]
    [InlineData(ServerFlavor.MySql, "x:1")]
    [InlineData(ServerFlavor.MySql, A)]
    [InlineData(ServerFlavor.MySql, $"{A}:5-1")]
    [InlineData(ServerFlavor.MySql, $"{A}:0")]
    [InlineData(ServerFlavor.MariaDb, "0-1")]
    [InlineData(ServerFlavor.MariaDb, "0-a-1")]
    public void What_is_no_set_is_refused(ServerFlavor flavor, string text) => Assert.Throws<FormatException>(() => GtidSet.Parse(flavor, text));
}
