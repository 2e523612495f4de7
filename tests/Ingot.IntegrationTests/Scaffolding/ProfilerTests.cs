using System.Diagnostics;
using System.Globalization;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Scaffolding;

public sealed class ProfilerTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const string Numbers =
        "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM (SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) a, "
        + "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) b, "
        + "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) c, "
        + "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) e, "
        + "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) f) numbers";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Large_tables_are_sampled_across_their_key_and_small_ones_read_whole(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE large (id INT PRIMARY KEY, half INT NULL, mail VARCHAR(50), day VARCHAR(20), seen DATETIME NULL) ENGINE=InnoDB",
            $"INSERT INTO large SELECT n, IF(n < 25000, NULL, n), CONCAT('user', n, '@example.org'), '2024-05-31', '2024-05-31' FROM {Numbers}",
            "CREATE TABLE texts (code VARCHAR(20) PRIMARY KEY, amount DECIMAL(10,2)) ENGINE=InnoDB",
            $"INSERT INTO texts SELECT CONCAT('k', n), n FROM {Numbers}",
            "CREATE TABLE raw (id BINARY(16), b LONGBLOB, p POINT) ENGINE=InnoDB", "INSERT INTO raw VALUES (X'00', REPEAT('x', 3000000), NULL), (X'01', NULL, POINT(1, 2))",
            "CREATE TABLE none (id INT) ENGINE=MyISAM",
            "CREATE TABLE dates (id INT PRIMARY KEY, d DATE NULL, t TEXT)", "SET sql_mode = 'ALLOW_INVALID_DATES'", "ANALYZE TABLE large, texts, raw");
        await database.ExecuteAsync("SET sql_mode = ''; INSERT INTO dates VALUES (1, '0000-00-00', ' padded'), (2, NULL, ''), (3, '2024-01-01', NULL)");
        var (profiles, _) = await ProfileAsync(database);
        var large = profiles["large"];
        Assert.False(large.IsWhole);
        Assert.Equal(2000, large.SampledRows);
        Assert.Equal(2000, large.Columns["id"].Distinct);
        Assert.Equal(1000, large.Columns["half"].Nulls);
        Assert.Equal(PersonalKind.Email, large.Columns["mail"].PersonalByContent);
        Assert.Equal(TextContent.Dates, large.Columns["day"].Content);
        Assert.Equal(2000, profiles["texts"].Columns["code"].Distinct);
        Assert.Equal(3_000_000, profiles["raw"].Columns["b"].MaxLength);
        Assert.Equal((1, 1), (profiles["raw"].Columns["b"].Nulls, profiles["raw"].Columns["p"].Nulls));
        Assert.True(profiles["none"] is { SampledRows: 0, IsWhole: true });
        Assert.True(profiles["dates"] is { SampledRows: 3, IsWhole: true });
        Assert.Equal(1, profiles["dates"].Columns["d"].ZeroDates);
        Assert.Equal((1, 1), (profiles["dates"].Columns["t"].Padded, profiles["dates"].Columns["t"].Empty));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Hundred_tables_take_a_few_seconds_and_no_table_is_scanned(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE seed (id INT PRIMARY KEY, a VARCHAR(40), b DATETIME, c DECIMAL(12,2), d TEXT, e INT) ENGINE=InnoDB");
        await database.ExecuteAsync($"INSERT INTO seed SELECT n, CONCAT('value ', n), '2024-01-01', n / 7, CONCAT('{{\"n\": ', n, '}}'), n FROM {Numbers} WHERE n < 10000");
        await database.ExecuteAsync(string.Join(';', Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE t{i} LIKE seed; INSERT INTO t{i} SELECT * FROM seed"))));
        await database.ExecuteAsync($"ANALYZE TABLE {string.Join(", ", Enumerable.Range(0, 100).Select(i => $"t{i}"))}");
        var before = await ReadRowsAsync(database);
        var start = Stopwatch.GetTimestamp();
        var (profiles, _) = await ProfileAsync(database);
        var time = Stopwatch.GetElapsedTime(start);
        var read = await ReadRowsAsync(database) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{server}: {time.TotalMilliseconds:0} ms, {read} rows read");
        Assert.Equal(101, profiles.Count);
        Assert.Equal(TextContent.Json, profiles["t7"].Columns["d"].Content);
        Assert.True(time < TimeSpan.FromSeconds(5), time.ToString());
        Assert.InRange(read, 1, 101 * 2500);
    }

    [Fact]
    public async Task Table_that_is_gone_or_locked_has_no_profile_and_a_reason()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE gone (id INT)", "CREATE TABLE locked (id INT)", "CREATE TABLE fine (id INT)");
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url), Token);
        var catalog = await SourceCatalogReader.LoadAsync(connection, [database.Name], TableSelection.All, Token);
        await database.ExecuteAsync("DROP TABLE gone");
        await connection.ExecuteAsync("LOCK TABLES locked WRITE", Token);
        var progress = new Reasons();
        var profiles = await Profiler.ProfileAsync(MySqlSource.Parse(database.Url), catalog.Tables, new ProfileOptions { StatementLimit = TimeSpan.FromSeconds(1) }, progress, Token);
        Assert.Equal(["fine"], profiles.Keys.Select(table => table.Name));
        Assert.Contains("doesn't exist", progress.ByTable["gone"], StringComparison.Ordinal);
        Assert.NotNull(progress.ByTable["locked"]);
        Assert.Null(progress.ByTable["fine"]);
    }

    private static async Task<(Dictionary<string, TableProfile> Profiles, SourceCatalog Catalog)> ProfileAsync(TestDatabase database)
    {
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url), Token);
        var catalog = await SourceCatalogReader.LoadAsync(connection, [database.Name], TableSelection.All, Token);
        var profiles = await Profiler.ProfileAsync(MySqlSource.Parse(database.Url), catalog.Tables, new ProfileOptions(), null, Token);
        return (profiles.ToDictionary(pair => pair.Key.Name, pair => pair.Value), catalog);
    }

    private static async Task<long> ReadRowsAsync(TestDatabase database)
    {
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(database.Url), Token);
        var rows = await connection.QueryAsync("SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd_next')", Token);
        return rows.Rows.Sum(row => long.Parse(row[1]!, CultureInfo.InvariantCulture));
    }

    private DatabaseServer Server(string name) => name == "MySQL" ? mySql : mariaDb;

    private sealed class Reasons : IProfileProgress
    {
        public System.Collections.Concurrent.ConcurrentDictionary<string, string?> ByTable { get; } = new();

        public void TableProfiled(TableSchema table, TableProfile? profile, string? reason) => ByTable[table.Name] = reason;
    }
}
