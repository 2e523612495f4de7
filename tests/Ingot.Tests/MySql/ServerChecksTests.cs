using Ingot.MySql;

namespace Ingot.Tests.MySql;

public sealed class ServerChecksTests
{
    [Fact]
    public void Server_without_binlog_and_rights_gets_next_steps()
    {
        var facts = MySqlServerFacts.Build(
            ServerFlavor.MySql, "8.4.3", new Dictionary<string, string> { ["log_bin"] = "OFF", ["gtid_mode"] = "OFF", ["binlog_row_image"] = "MINIMAL" }, ["GRANT USAGE ON *.* TO `u`@`%`"], false);
        var checks = facts.BuildChecks().ToDictionary(check => check.Name);
        Assert.Equal(CheckSeverity.Error, checks["SELECT"].Severity);
        Assert.Equal(CheckSeverity.Warning, checks["log_bin"].Severity);
        Assert.Equal(CheckSeverity.Warning, checks["binlog_row_image"].Severity);
        Assert.Equal(CheckSeverity.Warning, checks["snapshot"].Severity);
        Assert.All(checks.Values.Where(check => check.Severity >= CheckSeverity.Warning), check => Assert.NotNull(check.NextStep));
    }

    [Fact]
    public void Replica_that_keeps_what_it_applies_out_of_its_binlog_has_no_gtid_for_us()
    {
        var variables = new Dictionary<string, string> { ["log_bin"] = "ON", ["gtid_binlog_pos"] = "0-1-5", ["gtid_slave_pos"] = "0-2-9", ["log_slave_updates"] = "OFF" };
        Assert.False(MySqlServerFacts.Build(ServerFlavor.MariaDb, "10.11.6-MariaDB", variables, [], false).GtidIsOn);
        variables["log_slave_updates"] = "ON";
        Assert.Equal("0-1-5", MySqlServerFacts.Build(ServerFlavor.MariaDb, "10.11.6-MariaDB", variables, [], false).Gtid);
    }

    [Theory]
    [InlineData("8.4.3-log", "8.4.3")]
    [InlineData("10.11.6-MariaDB-0+deb12u1", "10.11.6")]
    [InlineData("9.7", "9.7.0")]
    public void Version_is_the_numbers_at_the_start(string text, string expected) => Assert.Equal(Version.Parse(expected), MySqlServerFacts.ParseVersion(text));
}
