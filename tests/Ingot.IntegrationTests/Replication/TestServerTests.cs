using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

public sealed class TestServerTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    [Fact]
    public Task MariaDb_writes_a_row_binlog() => ServerWritesRowBinlogAsync(mariaDb);

    [Fact]
    public Task MySql_writes_a_row_binlog() => ServerWritesRowBinlogAsync(mySql);

    private static async Task ServerWritesRowBinlogAsync(DatabaseServer server)
    {
        await using var database = await server.CreateDatabaseAsync();
        Assert.Equal("ROW", await database.ScalarAsync("SELECT @@binlog_format"));
        Assert.Equal(database.Name, await database.ScalarAsync("SELECT DATABASE()"));
    }
}
