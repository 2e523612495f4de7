using System.Globalization;
using System.Text.Json;
using Ingot.MySql;
using Ingot.TestSupport;
using Ingot.Verification;

namespace Ingot.IntegrationTests.Verification;

public sealed class VerifierTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Random_floats_and_doubles_are_equal_to_the_bit(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        var random = new Random(20);
        var rows = Enumerable.Range(0, 4000).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"({i}, {Literal(BitConverter.Int32BitsToSingle(random.Next()) * (i % 2 == 0 ? 1 : -1))}, {Literal(BitConverter.Int64BitsToDouble(random.NextInt64()) * (i % 2 == 0 ? 1 : -1))}, {Literal(Math.Round(random.NextDouble() * 1e9, i % 9) / Math.Pow(10, i % 14))})"));
        await source.CopyAsync("t", "CREATE TABLE t (id INT PRIMARY KEY, f FLOAT, d DOUBLE, e DOUBLE)", $"INSERT INTO t VALUES {string.Join(',', rows)}");

        var equal = await source.VerifyAsync("t", new VerifyOptions { ShowValues = true });
        Assert.Equal([], equal.Differences.SelectMany(row => row.Columns));

        await source.ChangeLakeAsync("UPDATE t SET d = nextafter(d, 0) WHERE id = 77");
        await source.ChangeLakeAsync("UPDATE t SET f = nextafter(f, 0::FLOAT) WHERE id = 78");
        var changed = await source.VerifyAsync("t");
        Assert.Equal(["77 d", "78 f"], changed.Differences.Select(row => $"{row.Key[0]} {Assert.Single(row.Columns).Column}").Order());

        static string Literal(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NULL";
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Table_of_500_columns(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        string[] types = ["INT", "VARCHAR(4)", "DECIMAL(10,2)", "DATETIME(6)", "SMALLINT UNSIGNED"];
        var columns = Enumerable.Range(0, 499).Select(i => $"c{i} {types[i % types.Length]}");
        await source.CopyAsync(
            "t", $"CREATE TABLE t (id INT PRIMARY KEY, {string.Join(',', columns)}) ROW_FORMAT=DYNAMIC", "INSERT INTO t (id, c0, c1, c498) VALUES (1, 5, 'five', '2020-01-01'), (2, NULL, NULL, NULL)");
        Assert.True((await source.VerifyAsync("t")).IsEqual);
        Assert.True((await source.VerifyAsync("t", new VerifyOptions { Thorough = true })).IsEqual);

        await source.ChangeLakeAsync("UPDATE t SET c496 = '' WHERE id = 2; UPDATE t SET c250 = 1 WHERE id = 1");
        var result = await source.VerifyAsync("t", new VerifyOptions { ShowValues = true });

        Assert.Equal(["1: c250 NULL 1", "2: c496 NULL "], result.Differences.SelectMany(row => row.Columns.Select(column => $"{row.Key[0]}: {column.Column} {column.SourceValue ?? "NULL"} {column.LakeValue ?? "NULL"}")).Order());
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Values_are_shown_only_when_they_are_asked_for(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync("t", "CREATE TABLE t (id INT PRIMARY KEY, a TEXT, b BLOB, c DECIMAL(5,2))", "INSERT INTO t VALUES (1, REPEAT('é', 1000), x'00FF', 1.5)");
        await source.ChangeLakeAsync("UPDATE t SET a = 'short', b = NULL, c = 1.51");

        var hidden = Assert.Single((await source.VerifyAsync("t")).Differences);
        Assert.Equal([new("a", null, null), new("b", null, null), new("c", null, null)], hidden.Columns);

        var shown = Assert.Single((await source.VerifyAsync("t", new VerifyOptions { ShowValues = true })).Differences);
        Assert.Equal([new(
            "a", new string('é', 200), "short"), new("b", "00FF", null), new("c", "1.50", "1.51")], shown.Columns);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Source_that_moved_on_is_said_to_have(string server)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync("t", "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        string position;
        await using (var snapshot = await ConsistentSnapshot.OpenAsync(source.Source, 1, [(source.Database.Name, "t")], cancellationToken))
        {
            position = JsonSerializer.Serialize(new { snapshot.Position.Server, snapshot.Position.File, snapshot.Position.Offset, snapshot.Position.Gtid }, JsonSerializerOptions.Web);
        }

        var before = await source.VerifyAsync("t", position: position);
        await source.Database.ExecuteAsync("INSERT INTO t VALUES (2)");
        var after = await source.VerifyAsync("t", position: position);

        Assert.Equal((true, null), (before.IsEqual, (await source.VerifyAsync("t")).SourceMovedOn));
        Assert.False(after.IsEqual);
        Assert.True(after.SourceMovedOn);
        Assert.NotNull(after.Position!.Gtid);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Tables_are_read_in_one_snapshot_without_a_lock(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync("t", "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        await using var writer = await source.Database.OpenConnectionAsync();
        await using var lockTable = writer.CreateCommand();
        lockTable.CommandText = "BEGIN; INSERT INTO t VALUES (2)";
        await lockTable.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        // The open transaction would hold FLUSH TABLES WITH READ LOCK and LOCK TABLES up.
        Assert.True((await source.VerifyAsync("t")).IsEqual);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Cancellation_ends_the_queries_on_the_server(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync(
            "t",
            "CREATE TABLE t (id INT PRIMARY KEY, v TEXT)",
            "INSERT INTO t SELECT a, REPEAT('x', 20000) FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 999) SELECT a FROM s) s");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var table = new VerifiedTable("t", source.Database.Name, "t", "FROM t");
        var verifying = new Verifier(source.Source, source.Lake).VerifyAsync([table], [], new CancelAtStart(cancellation), cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => verifying);

        Assert.Equal(0L, await source.Database.ScalarAsync("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%CONCAT_WS%' AND info NOT LIKE '%processlist%'"));
    }

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Names_of_columns_may_be_any(string server)
    {
        string[] names = ["part", "lake", "rowid", "a b", "a,b", "a\"b", "a``b", "a\tb", "☃", "שלום", "select", "É", "filename", "file_row_number", "\u202Eabc", "..", "%41", new string('x', 64)];
        await using var source = await VerifiedSource.CreateAsync(server == "MySQL" ? mySql : mariaDb);
        await source.CopyAsync(
            "t", $"CREATE TABLE t (id INT PRIMARY KEY, {string.Join(", ", names.Select(name => $"`{name}` INT"))})",
            $"INSERT INTO t VALUES (1, {string.Join(", ", names.Select((_, index) => index))}), (2, {string.Join(", ", names.Select(_ => "NULL"))}), (300, {string.Join(", ", names.Select((_, index) => -index))})");
        Assert.True((await source.VerifyAsync("t")).IsEqual);
    }

    [Fact]
    public async Task Column_that_the_lake_lacks_is_an_error_that_names_it()
    {
        await using var source = await VerifiedSource.CreateAsync(mariaDb);
        await source.CopyAsync("t", "CREATE TABLE t (id INT PRIMARY KEY)");
        await source.Database.ExecuteAsync("ALTER TABLE t ADD COLUMN added INT");

        var error = await Assert.ThrowsAsync<PipelineException>(() => source.VerifyAsync("t"));

        Assert.Equal(VerificationErrorCodes.MissingColumn, error.Code);
        Assert.Contains("added", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_and_keys_that_are_compared_at_once_keep_their_order_and_a_failure_names_its_table()
    {
        await using var source = await VerifiedSource.CreateAsync(mariaDb);
        var names = Enumerable.Range(0, 12).Select(i => $"t{i:00}").ToList();
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            await source.CopyAsync(name, $"CREATE TABLE {name} (id INT PRIMARY KEY)", $"INSERT INTO {name} SELECT seq FROM seq_1_to_{(12 - i) * 200}");
        }

        await source.ChangeLakeAsync("DELETE FROM t03 WHERE id = 7");
        var tables = names.Select(name => new VerifiedTable(name, source.Database.Name, name, $"FROM {name}") { Columns = ["id"], Rows = 100 }).ToList();
        var keys = names.Select(name => new VerifiedKeys($"silver.{name}", $"FROM {name}", ["id"], $"bronze.{name}", $"FROM {name}", ["id"], 0)).ToList();
        var verifier = new Verifier(source.Source, source.Lake);

        var result = await verifier.VerifyAsync(tables, keys, null, TestContext.Current.CancellationToken);
        await source.Database.ExecuteAsync("ALTER TABLE t05 ADD COLUMN added INT");
        var error = await Assert.ThrowsAsync<PipelineException>(() => verifier.VerifyAsync(tables, keys, null, TestContext.Current.CancellationToken));

        Assert.Equal(names.Select((name, i) => (name, (12L - i) * 200)), result.Tables.Select(table => (table.Name, table.SourceRows)));
        Assert.Equal(["t03"], result.Tables.Where(table => !table.IsEqual).Select(table => table.Name));
        Assert.Equal(keys.Select(key => key.Name), result.Keys.Select(key => key.Name));
        Assert.All(result.Keys, key => Assert.True(key.IsEqual));
        Assert.Contains("bronze.t05 has no column added", error.Message, StringComparison.Ordinal);
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;

    private sealed class CancelAtStart(CancellationTokenSource cancellation) : IVerificationProgress
    {
        public void TableStarted(string table, int ranges) => cancellation.CancelAfter(TimeSpan.FromMilliseconds(20));

        public void TableAdvanced(string table, int rangesDone, long rows) => cancellation.Cancel();

        public void TableFinished(TableVerification result) => Assert.Fail("The comparison went on.");

        public void KeysStarted(string model) => Assert.Fail("The comparison went on.");

        public void KeysFinished(KeyVerification result) => Assert.Fail("The comparison went on.");
    }
}
