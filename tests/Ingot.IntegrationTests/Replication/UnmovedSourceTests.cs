using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>A run over a source that has not moved loads nothing. The servers are of these tests alone: any other test's write would move them.</summary>
public sealed class UnmovedSourceTests
{
    [Fact]
    public async Task MariaDb_that_has_not_moved_is_skipped()
    {
        await using var server = new MariaDbServer();
        await SkipsUntilMovedAsync(server);
    }

    [Fact]
    public async Task MySql_that_has_not_moved_is_skipped()
    {
        await using var server = new MySqlServer();
        await SkipsUntilMovedAsync(server);
    }

    [Fact]
    public async Task Without_binlog_the_checksum_tells_whether_the_source_has_moved()
    {
        await using var server = new MariaDbServer { ExtraOptions = ["--skip-log-bin"] };
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY, v INT)", "INSERT INTO t VALUES (1, 1)", "CREATE TABLE u (id INT PRIMARY KEY)");
        using var fixture = new ReplicationFixture(database.Url);
        var tables = new[] { ReplicationFixture.Table(database.Name, "t"), ReplicationFixture.Table(database.Name, "u") };
        await fixture.RunAsync(tables);
        Assert.All((await fixture.RunAsync(tables)).Tables, one => Assert.Equal(TableAction.Skip, one.Action));
        await database.ExecuteAsync("UPDATE t SET v = 2");
        Assert.Equal([TableAction.Load, TableAction.Skip], (await fixture.RunAsync(tables)).Tables.Select(one => one.Action));
    }

    private static async Task SkipsUntilMovedAsync(DatabaseServer server)
    {
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        var first = Assert.Single((await fixture.RunAsync(table)).Tables);
        Assert.Equal(TableAction.Load, first.Action);
        Assert.Equal(TableAction.Skip, Assert.Single((await fixture.RunAsync(table)).Tables).Action);

        // Landing was cleaned after bronze had taken the load: the caller knows its position.
        var folder = fixture.Landing.Table(table.Schema, table.Table);
        using (var connection = fixture.Database.OpenConnection())
        {
            var position = Ingot.Landing.LandingFolder.FindCompleteLoad(connection, folder)!.PositionJson;
            Directory.Delete(folder.Folder, recursive: true);
            var plan = await fixture.Replicator.PlanAsync([table], new Dictionary<string, string> { ["t"] = position }, ReplicationFixture.Token);
            Assert.True(plan.IsEmpty);
        }

        await database.ExecuteAsync("INSERT INTO t VALUES (2)");
        Assert.Equal(2, Assert.Single((await fixture.RunAsync(table)).Tables).Rows);
    }
}
