using Ingot.MySql;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

public sealed class SourceConnectionTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    [Theory]
    [InlineData("MariaDB", "disabled")]
    [InlineData("MariaDB", "preferred")]
    [InlineData("MariaDB", "required")]
    [InlineData("MySQL", "disabled")]
    [InlineData("MySQL", "preferred")]
    [InlineData("MySQL", "required")]
    public async Task Connection_opens_with_each_tls_mode(string name, string tls)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url + "?tls=" + tls), TestContext.Current.CancellationToken);
        Assert.Equal(tls != "disabled", connection.IsEncrypted);
        var rows = await connection.QueryAsync("SELECT 1 AS a, NULL AS b, 'ä😀' AS c, @@time_zone, @@sql_mode", TestContext.Current.CancellationToken);
        Assert.Equal(["1", null, "ä😀", "+00:00", ""], rows.Rows[0]);
    }

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Snapshot_agrees_over_four_connections(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
        await using var snapshot = await ConsistentSnapshot.OpenAsync(MySqlSource.Parse(database.Url), 4, [(database.Name, "t")], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("DELETE FROM t");
        Assert.Equal(4, snapshot.Connections.Count);
        foreach (var connection in snapshot.Connections)
        {
            Assert.Equal("2", await connection.ScalarAsync("SELECT COUNT(*) FROM t", TestContext.Current.CancellationToken));
        }

        Assert.NotNull(snapshot.Position.File);
        Assert.NotEmpty(snapshot.Position.Gtid!);
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
