using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Loads that do not come to their end: nothing of them stays, the last good load does.</summary>
public sealed class BrokenLoadTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const string Many = "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 1000)";

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Cancelled_load_leaves_the_last_good_one_and_no_query_on_the_server(string server)
    {
        await using var database = await CreateAsync(Server(server));
        using var good = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        await good.RunAsync(table);
        var before = LandingFolder.ListFiles(good.Landing.Table(table.Schema, table.Table));
        await database.ExecuteAsync("UPDATE t SET v = 'changed' LIMIT 1");

        // One row a second: the load is under way until it is cancelled.
        var slow = new Replicator(good.Source, good.Landing, good.Database, new ReplicationOptions { RowsPerSecond = 1 });
        using var cancel = new CancellationTokenSource();
        var plan = await slow.PlanAsync([table], null, ReplicationFixture.Token);
        var run = slow.RunAsync(plan, new CancelOnAdvance(cancel), cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Equal(before, LandingFolder.ListFiles(good.Landing.Table(table.Schema, table.Table)));
        Assert.Empty(Directory.EnumerateDirectories(good.Landing.Table(table.Schema, table.Table).Folder));
        Assert.Equal(0L, await database.ScalarAsync("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%FROM `%`.`t`%' AND id <> CONNECTION_ID()"));
        Assert.Equal(TableAction.Load, Assert.Single((await good.RunAsync(table)).Tables).Action);
    }

    [Fact]
    public async Task Server_that_dies_during_the_load_is_a_clear_error()
    {
        await using var server = new MariaDbServer();
        var database = await CreateAsync(server);
        using var fixture = new ReplicationFixture(database.Url, new ReplicationOptions { BytesPerSecond = 4_000_000, MaximumConnections = 2 });
        var table = ReplicationFixture.Table(database.Name, "t");
        var plan = await fixture.Replicator.PlanAsync([table], null, ReplicationFixture.Token);
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => fixture.Replicator.RunAsync(plan, new KillOnAdvance(server), ReplicationFixture.Token));
        Assert.Equal(MySqlErrorCodes.ConnectionLost, error.Code);
        Assert.True(error.IsTransient);
        Assert.NotNull(error.NextStep);
        Assert.Empty(Directory.EnumerateFileSystemEntries(fixture.Landing.Table(table.Schema, table.Table).Folder));
    }

    [Fact]
    public async Task What_a_killed_load_left_is_removed_at_the_next_start()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        var result = Assert.Single((await fixture.RunAsync(table)).Tables);
        var folder = fixture.Landing.Table(table.Schema, table.Table);

        // As if the process had been killed after the first of its files was renamed.
        Directory.CreateDirectory(Path.Combine(folder.Folder, LandingNames.TemporaryPrefix + result.LoadId));
        Directory.CreateDirectory(Path.Combine(folder.Folder, LandingNames.TemporaryPrefix + Guid.CreateVersion7()));
        await database.ExecuteAsync("INSERT INTO t VALUES (2)");

        Assert.Equal(2, Assert.Single((await fixture.RunAsync(table)).Tables).Rows);
        Assert.Empty(Directory.EnumerateDirectories(folder.Folder));
        Assert.Single(LandingFolder.ListFiles(folder));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Table_dropped_after_the_plan_is_named(string server)
    {
        await using var database = await CreateAsync(Server(server));
        using var fixture = new ReplicationFixture(database.Url);
        var plan = await fixture.Replicator.PlanAsync([ReplicationFixture.Table(database.Name, "t")], null, ReplicationFixture.Token);
        await database.ExecuteAsync("DROP TABLE t");
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => fixture.Replicator.RunAsync(plan, null, ReplicationFixture.Token));
        Assert.Equal(MySqlErrorCodes.UnknownTable, error.Code);
        Assert.Contains($"{database.Name}.t", error.Message, StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY, v TEXT)", $"INSERT INTO t {Many} SELECT n, REPEAT('x', 20000) FROM s");
        return database;
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;

    private sealed class CancelOnAdvance(CancellationTokenSource cancel) : IReplicationProgress
    {
        public void TableStarted(string table, long rows)
        {
        }

        public void TableAdvanced(string table, long rows, long bytes, double share) => cancel.Cancel();

        public void TableFinished(TableReplicationResult result)
        {
        }
    }

    private sealed class KillOnAdvance(DatabaseServer server) : IReplicationProgress
    {
        private Task? _kill;

        public void TableStarted(string table, long rows)
        {
        }

        public void TableAdvanced(string table, long rows, long bytes, double share) => _kill ??= Task.Run(server.KillAsync);

        public void TableFinished(TableReplicationResult result)
        {
        }
    }
}
