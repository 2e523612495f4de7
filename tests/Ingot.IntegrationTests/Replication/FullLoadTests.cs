using System.Globalization;
using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

public sealed class FullLoadTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Load_lands_all_rows_and_a_later_one_replaces_it(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50), price DECIMAL(12,2), made_at DATETIME(6))",
            "INSERT INTO t (name, price, made_at) VALUES ('a', 1.50, '2024-01-02 03:04:05.678901'), (NULL, -0.01, NULL), ('a text that is longer than twelve', 9999999999.99, '9999-12-31 23:59:59.999999')");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");

        var result = Assert.Single((await fixture.RunAsync(table)).Tables);

        Assert.Equal((TableAction.Load, 3L), (result.Action, result.Rows));
        var rows = fixture.Query($"SELECT Op, change_seq, id, name, price, made_at FROM {fixture.Relation(table)} ORDER BY id");
        Assert.Equal(["I", null, "1", "a", "1.50", "2024-01-02 03:04:05.678901+00"], rows[0]);
        Assert.Equal(["I", null, "2", null, "-0.01", null], rows[1]);
        Assert.Equal(["I", null, "3", "a text that is longer than twelve", "9999999999.99", "9999-12-31 23:59:59.999999+00"], rows[2]);

        await database.ExecuteAsync("DELETE FROM t WHERE id = 1");
        var moved = Assert.Single((await fixture.RunAsync(table)).Tables);
        Assert.Equal((TableAction.Load, 2L), (moved.Action, moved.Rows));
        Assert.Equal("2", fixture.Scalar($"SELECT count(*) FROM {fixture.Relation(table)}"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Names_with_spaces_dots_quotes_and_other_letters_land(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync($"my db.'{server}' ☃");
        await database.ExecuteAsync(
            "CREATE TABLE `a.b \"c\" 'd' 100% größe` (`i d` INT PRIMARY KEY, `x.y` INT, `\"q\"` INT, `it's` INT, `☃` INT, `100%` INT, `select` INT)",
            "INSERT INTO `a.b \"c\" 'd' 100% größe` VALUES (1, 2, 3, 4, 5, 6, 7)");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "a.b \"c\" 'd' 100% größe", "odd");

        var result = Assert.Single((await fixture.RunAsync(table)).Tables);

        Assert.Equal(1, result.Rows);
        var file = Assert.Single(LandingFolder.ListFiles(fixture.Landing.Table(table.Schema, table.Table)));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], fixture.Query($"SELECT \"i d\", \"x.y\", \"\"\"q\"\"\", \"it's\", \"☃\", \"100%\", \"select\" FROM read_parquet('{file.Path.Replace("'", "''", StringComparison.Ordinal)}')")[0]);
        Assert.Contains(fixture.Landing.ListTables(), one => one.Schema == table.Schema && one.Table == table.Table);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Tables_without_key_and_empty_tables_land(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE keyless (a INT, b TEXT)", "INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL)", "CREATE TABLE nothing (id INT PRIMARY KEY)", "CREATE VIEW seen AS SELECT a FROM keyless");
        using var fixture = new ReplicationFixture(database.Url);
        var tables = new[] { "keyless", "nothing", "seen" }.Select(name => ReplicationFixture.Table(database.Name, name)).ToArray();

        var result = await fixture.RunAsync(tables);

        Assert.Equal([3L, 0L, 3L], result.Tables.Select(one => one.Rows));
        Assert.Equal("0", fixture.Scalar($"SELECT count(*) FROM {fixture.Relation(tables[1])}"));
        Assert.Equal("2", fixture.Scalar($"SELECT count(*) FROM {fixture.Relation(tables[0])} WHERE a = 1"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Table_of_500_columns_lands(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        var columns = string.Join(", ", Enumerable.Range(1, 500).Select(i => $"c{i} {(i % 2 == 0 ? "INT" : "VARCHAR(3)")}"));
        var values = string.Join(", ", Enumerable.Range(1, 500));
        await database.ExecuteAsync($"CREATE TABLE wide (id INT PRIMARY KEY, {columns})", $"INSERT INTO wide VALUES (1, {values}), (2, {values.Replace("500", "NULL", StringComparison.Ordinal)})");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "wide");
        await fixture.RunAsync(table);
        Assert.Equal(["1", "499", "500"], fixture.Query($"SELECT c1, c499, c500 FROM {fixture.Relation(table)} WHERE id = 1")[0]);
        Assert.Equal(["499", null], fixture.Query($"SELECT c499, c500 FROM {fixture.Relation(table)} WHERE id = 2")[0]);
    }

    [Theory]
    [InlineData("MariaDB", "BIGINT", "n")]
    [InlineData("MariaDB", "VARCHAR(40) COLLATE utf8mb4_general_ci", "CONCAT(CHAR(97 + n MOD 26), n)")]
    [InlineData("MariaDB", "BINARY(16)", "UNHEX(MD5(n))")]
    [InlineData("MariaDB", "UUID", "UUID()")]
    [InlineData("MySQL", "BIGINT UNSIGNED", "n")]
    [InlineData("MySQL", "VARCHAR(40)", "CONCAT(CHAR(97 + n MOD 26), n)")]
    [InlineData("MySQL", "BINARY(16)", "LEFT(UNHEX(SHA2(n, 256)), 16)")]
    public async Task Key_ranges_hold_every_row_once(string server, string type, string key)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE d (x INT)", "INSERT INTO d VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
            $"CREATE TABLE t (k {type}, part INT, v INT, PRIMARY KEY (k, part))",
            $"INSERT INTO t SELECT {key}, 0, n FROM (SELECT 1 + a.x + 10 * b.x + 100 * c.x AS n FROM d a, d b, d c) s");
        var source = MySqlSource.Parse(database.Url);
        await using var connection = await SourceConnection.OpenAsync(source, ReplicationFixture.Token);
        var table = await SchemaReader.LoadTableAsync(connection, database.Name, "t", ReplicationFixture.Token);

        var ranges = await KeyRanges.SplitAsync(connection, table, 1000, 7, ReplicationFixture.Token);

        Assert.Equal(7, ranges.Count);
        var counts = new List<long>();
        foreach (var range in ranges)
        {
            counts.Add(long.Parse((await connection.ScalarAsync($"SELECT COUNT(*) FROM t WHERE {range.Condition}", ReplicationFixture.Token))!, CultureInfo.InvariantCulture));
        }

        Assert.Equal(1000, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 100, 200));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Unknown_table_is_named_with_the_nearest(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE clients (id INT)", "CREATE TABLE reserved (id INT, `OP` INT)");
        using var fixture = new ReplicationFixture(database.Url);
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => fixture.RunAsync(ReplicationFixture.Table(database.Name, "client")));
        Assert.Equal(MySqlErrorCodes.UnknownTable, error.Code);
        Assert.Contains("'clients'", error.NextStep, StringComparison.Ordinal);
        var reserved = await Assert.ThrowsAsync<PipelineException>(() => fixture.RunAsync(ReplicationFixture.Table(database.Name, "reserved")));
        Assert.Equal("INGOT1016", reserved.Code);
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
