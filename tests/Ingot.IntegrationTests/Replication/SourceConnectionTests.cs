using System.Globalization;
using Ingot.MySql;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

public sealed class SourceConnectionTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

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
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url + "?tls=" + tls), Token);
        Assert.Equal(tls != "disabled", connection.IsEncrypted);
        var rows = await connection.QueryAsync("SELECT 1 AS a, NULL AS b, 'ä😀' AS c, @@time_zone, @@sql_mode", Token);
        Assert.Equal(["1", null, "ä😀", "+00:00", ""], rows.Rows[0]);
    }

    [Fact]
    public async Task Certificate_is_checked_against_the_authority_and_the_host()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        var authority = Uri.EscapeDataString(mariaDb.CertificateAuthorityFile);
        await using (var trusted = await SourceConnection.OpenAsync(MySqlSource.Parse($"{database.Url}?tls=verify-full&ca={authority}"), Token))
        {
            Assert.True(trusted.IsEncrypted);
        }

        Assert.Equal(MySqlErrorCodes.Tls, (await FailAsync(database.Url + "?tls=verify-ca")).Code);

        // The server's own certificate names no host.
        await using var other = await mySql.CreateDatabaseAsync();
        authority = Uri.EscapeDataString(mySql.CertificateAuthorityFile);
        await using (var signed = await SourceConnection.OpenAsync(MySqlSource.Parse($"{other.Url}?tls=verify-ca&ca={authority}"), Token))
        {
            Assert.True(signed.IsEncrypted);
        }

        var error = await FailAsync($"{other.Url}?tls=verify-full&ca={authority}");
        Assert.Equal(MySqlErrorCodes.Tls, error.Code);
        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Wrong_password_unknown_database_and_no_server_are_told_apart(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        var port = Server(name).Port.ToString(CultureInfo.InvariantCulture);
        var denied = await FailAsync($"mysql://{DatabaseServer.Account}:secret-and-wrong@127.0.0.1:{port}/{database.Name}");
        Assert.Equal(MySqlErrorCodes.AccessDenied, denied.Code);
        Assert.DoesNotContain("secret-and-wrong", denied.ToString(), StringComparison.Ordinal);
        Assert.Equal(MySqlErrorCodes.UnknownDatabase, (await FailAsync(database.Url + "_none")).Code);
        Assert.Equal(MySqlErrorCodes.NoServer, (await FailAsync("mysql://root@127.0.0.1:1/x")).Code);
        var statement = await Assert.ThrowsAsync<MySqlSourceException>(() => StatementConnections.OpenAsync(MySqlSource.Parse($"mysql://{DatabaseServer.Account}:wrong@127.0.0.1:{port}/{database.Name}"), Token));
        Assert.Equal(MySqlErrorCodes.AccessDenied, statement.Code);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Query_is_killed_on_the_server_when_cancelled(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url), Token);
        using var cancel = new CancellationTokenSource();
        var query = connection.QueryAsync("SELECT SLEEP(60)", cancel.Token);
        cancel.CancelAfter(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(0L, await database.ScalarAsync($"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {connection.ConnectionId} AND info LIKE '%SLEEP%' AND command <> 'Killed'"));
    }

    [Theory]
    [InlineData("MariaDB", true)]
    [InlineData("MySQL", true)]
    [InlineData("MySQL", false)]
    public async Task Snapshot_is_one_state_under_concurrent_writes(string name, bool mayLock)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE a (id INT PRIMARY KEY, v INT)", "CREATE TABLE b (id INT PRIMARY KEY, v INT)", "INSERT INTO a VALUES (1, 0)", "INSERT INTO b VALUES (1, 0)");
        using var stop = new CancellationTokenSource();
        var methods = new HashSet<SnapshotMethod>();
        var writer = RepeatAsync("START TRANSACTION; UPDATE a SET v = v + 1; UPDATE b SET v = v - 1; COMMIT");

        // MariaDB shows one session's snapshot position to another that looks at the same time.
        var monitor = RepeatAsync("SHOW GLOBAL STATUS LIKE 'binlog_snapshot%'");
        try
        {
            for (var round = 0; round < 40; round++)
            {
                await using var snapshot = await ConsistentSnapshot.OpenAsync(MySqlSource.Parse(database.Url), 4, [(database.Name, "a"), (database.Name, "b")], mayLock, Token);
                methods.Add(snapshot.Method);
                var seen = new HashSet<string>();
                foreach (var connection in snapshot.Connections)
                {
                    seen.Add($"{await connection.ScalarAsync("SELECT v FROM a", Token)} {await connection.ScalarAsync("SELECT -v FROM b", Token)}");
                }

                var values = Assert.Single(seen).Split(' ');
                Assert.Equal(values[0], values[1]);
                Assert.Equal(mayLock, snapshot.Position.File is not null);
                Assert.NotEmpty(snapshot.Position.Gtid!);
            }

            // Commits that come too densely for an attempt leave one connection, now and then.
            Assert.Contains(name == mariaDb.Name ? SnapshotMethod.AgreedPosition : mayLock ? SnapshotMethod.GlobalReadLock : SnapshotMethod.AgreedGtid, methods);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(writer, monitor);
        }

        Task RepeatAsync(string statement) => Task.Run(
            async () =>
            {
                await using var connection = await database.OpenConnectionAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = statement;
                while (!stop.IsCancellationRequested)
                {
                    await command.ExecuteNonQueryAsync(Token);
                }
            },
            Token);
    }

    [Theory]
    [InlineData("SELECT", SnapshotMethod.SingleConnection)]
    [InlineData("SELECT, LOCK TABLES", SnapshotMethod.TableLocks)]
    public async Task Snapshot_takes_what_the_account_is_granted(string rights, SnapshotMethod expected)
    {
        await using var database = await mySql.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY)", "CREATE USER limited@'%' IDENTIFIED BY 'x'", $"GRANT {rights} ON {database.Name}.* TO limited@'%'");
        try
        {
            var url = database.Url.Replace($"{DatabaseServer.Account}:{Uri.EscapeDataString(DatabaseServer.Password)}", "limited:x", StringComparison.Ordinal);
            await using var snapshot = await ConsistentSnapshot.OpenAsync(MySqlSource.Parse(url), 3, [(database.Name, "t")], Token);
            Assert.Equal(expected, snapshot.Method);
            Assert.Equal(expected == SnapshotMethod.SingleConnection ? 1 : 3, snapshot.Connections.Count);
            Assert.NotEmpty(snapshot.Position.Gtid!);
            await database.ExecuteAsync("INSERT INTO t VALUES (1)");
        }
        finally
        {
            await database.ExecuteAsync("DROP USER limited@'%'");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Facts_and_schema_are_read(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE parent (id INT PRIMARY KEY)",
            "CREATE TABLE t (b INT COMMENT 'second', a BIGINT UNSIGNED NOT NULL, p INT, PRIMARY KEY (a, b), UNIQUE KEY u (p), CONSTRAINT fk FOREIGN KEY (p) REFERENCES parent (id)) COMMENT 'the table'");
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url), Token);
        var facts = await MySqlServerFacts.LoadAsync(connection, Token);
        Assert.True(facts is { BinlogIsOn: true, GtidIsOn: true, BinlogFormat: "ROW", BinlogRowImage: "FULL" });
        Assert.DoesNotContain(facts.BuildChecks(), check => check.Severity == CheckSeverity.Error);
        var table = await SchemaReader.LoadTableAsync(connection, database.Name, "t", Token);
        Assert.Equal(["a", "b"], table.PrimaryKey);
        Assert.Equal(["PRIMARY", "u"], table.UniqueKeys.Select(key => key.Name));
        Assert.Equal("parent", Assert.Single(table.ForeignKeys).ReferencedTable);
        Assert.Equal("the table", table.Comment);
        Assert.Equal("second", table.Columns[0].Comment);
        Assert.True(table.Columns[1].IsUnsigned);
        Assert.Null(await SchemaReader.TryLoadTableAsync(connection, database.Name, "none", Token));
    }

    private static Task<MySqlSourceException> FailAsync(string url) => Assert.ThrowsAsync<MySqlSourceException>(() => SourceConnection.OpenAsync(MySqlSource.Parse(url), Token));

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
