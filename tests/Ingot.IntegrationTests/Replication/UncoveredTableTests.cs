using System.Globalization;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Tables of engines that a snapshot does not cover, and columns that are not read.</summary>
public sealed class UncoveredTableTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const string Ten = "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Engines => new()
    {
        { "MariaDB", "MyISAM" }, { "MariaDB", "Aria" }, { "MariaDB", "MEMORY" }, { "MySQL", "MyISAM" }, { "MySQL", "MEMORY" }, { "MySQL", "ARCHIVE" },
    };

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Table_beside_the_snapshot_is_read_under_a_lock_while_others_write(string server, string engine)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(
            $"CREATE TABLE beside (id INT, v VARCHAR(100)) ENGINE={engine}", "CREATE TABLE inside (id INT PRIMARY KEY) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 3",
            $"INSERT INTO beside SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d, REPEAT('x', 50) FROM {Ten} a, {Ten} b, {Ten} c, {Ten} e", "INSERT INTO inside VALUES (1), (2), (3), (4)");
        using var fixture = new ReplicationFixture(database.Url);
        var tables = new[] { ReplicationFixture.Table(database.Name, "beside"), ReplicationFixture.Table(database.Name, "inside") };
        var plan = await fixture.Replicator.PlanAsync(tables, null, Token);
        Assert.Contains($"{engine} is not in the snapshot", plan.Tables[0].Notes.Single(), StringComparison.Ordinal);
        Assert.Empty(plan.Tables[1].Notes);

        // Somebody writes all the time: no row may be there in part, and nobody waits for anybody for ever.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(
            async () =>
            {
                await using var writer = await database.OpenConnectionAsync();
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    await using var command = new MySqlConnector.MySqlCommand(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO beside VALUES ({20_000 + i}, 'new')"), writer);
                    await command.ExecuteNonQueryAsync(CancellationToken.None);
                }
            },
            Token);
        var result = await fixture.Replicator.RunAsync(plan, null, Token);
        await stop.CancelAsync();
        await writing;
        Assert.Equal(TableCoverage.ReadLock, result.Tables[0].Coverage);
        Assert.Equal($"{engine} is not in the snapshot: it was read under a lock", result.Tables[0].Notes.Single());
        Assert.Equal(TableCoverage.Snapshot, result.Tables[1].Coverage);
        Assert.InRange(result.Tables[0].Rows, 10_000, long.MaxValue);
        Assert.Equal("10000", fixture.Scalar($"SELECT count(DISTINCT id) FROM {fixture.Relation(tables[0])} WHERE id < 10000"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Table_that_cannot_be_locked_is_checked_before_and_after(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE beside (id INT) ENGINE=MyISAM", "INSERT INTO beside VALUES (1), (2)");
        using var fixture = new ReplicationFixture(await ReaderUrlAsync(database, $"GRANT SELECT ON `{database.Name}`.*"));
        var table = ReplicationFixture.Table(database.Name, "beside");
        var result = await fixture.RunAsync(table);
        Assert.Equal(TableCoverage.Checked, result.Tables[0].Coverage);
        Assert.Equal(2, result.Tables[0].Rows);
        Assert.Contains("checksum were the same before and after", result.Tables[0].Notes.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Change_during_the_read_is_an_error_that_names_the_table(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE beside (id INT, v INT) ENGINE=MyISAM", "INSERT INTO beside VALUES (1, 1), (2, 1)");
        var url = await ReaderUrlAsync(database, $"GRANT SELECT ON `{database.Name}`.*");
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(url), Token);
        var schema = await SchemaReader.LoadTableAsync(connection, database.Name, "beside", Token);
        await using var guard = await TableGuard.OpenAsync(MySqlSource.Parse(url), schema, Token);
        Assert.Equal(TableCoverage.Checked, guard.Coverage);
        await guard.NoteAsync(2, Token);
        await guard.RequireUnchangedAsync(2, Token);
        await database.ExecuteAsync("UPDATE beside SET v = 2 WHERE id = 2");
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => guard.RequireUnchangedAsync(2, Token));
        Assert.Equal(MySqlErrorCodes.TableChanged, error.Code);
        Assert.True(error.IsTransient);
        Assert.Contains($"{database.Name}.beside changed while it was read", error.Message, StringComparison.Ordinal);
        Assert.Contains("GRANT LOCK TABLES", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Account_that_may_read_some_columns_loads_those(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE some (id INT PRIMARY KEY, secret INT, open INT, also INT) ENGINE=InnoDB", "INSERT INTO some VALUES (1, 2, 3, 4)");
        using var fixture = new ReplicationFixture(await ReaderUrlAsync(database, $"GRANT SELECT (id, open, also), INSERT (secret) ON `{database.Name}`.some"));
        var table = ReplicationFixture.Table(database.Name, "some") with { Without = ["ALSO", "never_there"] };
        var result = await fixture.RunAsync(table);
        Assert.Equal(["1", "3"], fixture.Query($"SELECT * EXCLUDE (Op, commit_ts, change_seq) FROM {fixture.Relation(table)}")[0]);
        Assert.Equal(["also", "secret"], result.Tables[0].LeftOutColumns.Keys.Order());
        Assert.Equal(["without secret: the account has no SELECT on it", "without also: the definition leaves it out"], result.Tables[0].Notes);
    }

    [Fact]
    public async Task Five_hundred_tables_are_planned_within_two_seconds()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        var names = Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i}")).ToList();
        await database.ExecuteAsync(string.Join(';', names.Select(name => $"CREATE TABLE {name} (id INT PRIMARY KEY, a INT)")));
        using var fixture = new ReplicationFixture(database.Url);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var plan = await fixture.Replicator.PlanAsync([.. names.Select(name => ReplicationFixture.Table(database.Name, name))], null, Token);
        var time = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"{time.TotalMilliseconds:0} ms");
        Assert.Equal(500, plan.Tables.Count);
        Assert.True(time < TimeSpan.FromSeconds(2), time.ToString());
    }

    private static async Task<string> ReaderUrlAsync(TestDatabase database, string grant)
    {
        var account = $"reader_{database.Name}";
        await database.ExecuteAsync($"CREATE USER {account}@'%' IDENTIFIED BY 'reader'", $"{grant} TO {account}@'%'");
        return database.Url.Replace($"{DatabaseServer.Account}:{Uri.EscapeDataString(DatabaseServer.Password)}", $"{account}:reader", StringComparison.Ordinal);
    }

    private DatabaseServer Server(string name) => name == "MySQL" ? mySql : mariaDb;
}
