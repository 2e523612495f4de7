using Ingot.TestSupport;
using Ingot.Verification;

namespace Ingot.IntegrationTests.Verification;

/// <summary>Keys of every kind: rows that are missing, extra or different are named by their key.</summary>
public sealed class KeyVerificationTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private static readonly VerifyOptions Small = new() { RangeRows = 20, LeafRows = 5 };

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Negative_and_sparse_whole_numbers(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync(
            "t",
            "CREATE TABLE t (id BIGINT PRIMARY KEY, v INT NOT NULL)",
            "INSERT INTO t SELECT a * 1000003 - 50000000, a FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 299) SELECT a FROM s) s",
            "INSERT INTO t VALUES (-9223372036854775808, 1), (9223372036854775807, 2)");
        Assert.True((await source.VerifyAsync("t", Small)).IsEqual);

        await source.ChangeLakeAsync("DELETE FROM t WHERE id = -9223372036854775808; UPDATE t SET v = 7 WHERE id = 9223372036854775807; INSERT INTO t VALUES (-1, 1)");

        Assert.Equal(
            ["Different 9223372036854775807 v", "ExtraInLake -1 ", "MissingInLake -9223372036854775808 "],
            Describe(await source.VerifyAsync("t", Small)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Unsigned_64_bit_numbers(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync(
            "t",
            "CREATE TABLE t (id BIGINT UNSIGNED PRIMARY KEY, v INT NOT NULL)",
            "INSERT INTO t SELECT 18446744073709551615 - a, a FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 199) SELECT a FROM s) s",
            "INSERT INTO t SELECT a, a FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 99) SELECT a FROM s) s");
        Assert.True((await source.VerifyAsync("t", Small)).IsEqual);

        await source.ChangeLakeAsync("DELETE FROM t WHERE id = 18446744073709551615; UPDATE t SET v = v + 1 WHERE id IN (18446744073709551600, 50)");

        Assert.Equal(
            ["Different 18446744073709551600 v", "Different 50 v", "MissingInLake 18446744073709551615 "],
            Describe(await source.VerifyAsync("t", Small)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Texts_of_a_collation_without_case_and_with_spaces_at_the_end(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync(
            "t",
            "CREATE TABLE t (k VARCHAR(30) CHARACTER SET utf8mb4 PRIMARY KEY, v INT NOT NULL)",
            "INSERT INTO t SELECT CONCAT('key ', a, IF(a % 2, '  ', ''), IF(a % 3, 'É', 'e')), a FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 199) SELECT a FROM s) s",
            "INSERT INTO t VALUES ('', 0), ('Straße ', 1), ('😀', 2), ('a,b', 3)");
        Assert.True((await source.VerifyAsync("t", Small)).IsEqual);

        await source.ChangeLakeAsync("DELETE FROM t WHERE k = ''; UPDATE t SET v = 9 WHERE k = '😀'; UPDATE t SET k = 'Straße' WHERE k = 'Straße '; UPDATE t SET k = 'A,b' WHERE k = 'a,b'");

        Assert.Equal(
            ["Different 😀 v", "ExtraInLake A,b ", "ExtraInLake Straße ", "MissingInLake  ", "MissingInLake Straße  ", "MissingInLake a,b "],
            Describe(await source.VerifyAsync("t", Small)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Several_columns_with_few_values_of_the_first(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync(
            "t",
            "CREATE TABLE t (shop SMALLINT, day DATE, no VARCHAR(8) CHARACTER SET latin1, v DECIMAL(8,2), PRIMARY KEY (shop, day, no))",
            "INSERT INTO t SELECT a % 2, DATE '2024-01-01' + INTERVAL (a DIV 10) DAY, CONCAT('n°', a), a / 4 FROM (WITH RECURSIVE s AS (SELECT 0 a UNION ALL SELECT a + 1 FROM s WHERE a < 499) SELECT a FROM s) s");
        Assert.True((await source.VerifyAsync("t", Small)).IsEqual);

        await source.ChangeLakeAsync("UPDATE t SET v = NULL WHERE no = 'n°77'; DELETE FROM t WHERE no = 'n°310'");

        Assert.Equal(["Different 1,2024-01-08,n°77 v", "MissingInLake 0,2024-02-01,n°310 "], Describe(await source.VerifyAsync("t", Small)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task No_key_but_the_same_rows_as_often(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync("t", "CREATE TABLE t (a INT, b VARCHAR(9))", "INSERT INTO t VALUES (1, 'x'), (1, 'x'), (NULL, NULL), (NULL, NULL), (2, ''), (NULL, '')");
        Assert.True((await source.VerifyAsync("t", Small)).IsEqual);

        await source.ChangeLakeAsync("INSERT INTO t VALUES (1, 'x'); UPDATE t SET b = NULL WHERE b = '' AND a IS NULL");
        var result = await source.VerifyAsync("t", Small);

        Assert.Empty(result.Key);
        Assert.Equal((1, 2, 0), (result.Missing, result.Extra, result.Different));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Unique_key_without_nulls_stands_in_for_a_primary_key(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.CopyAsync("t", "CREATE TABLE t (a INT, b CHAR(4) NOT NULL, UNIQUE u1 (a), UNIQUE u2 (b))", "INSERT INTO t VALUES (1, 'x'), (2, 'y')");

        var result = await source.VerifyAsync("t");

        Assert.True(result.IsEqual);
        Assert.Equal(["b"], result.Key);
        Assert.Equal(["a"], (await source.VerifyAsync("t", key: ["a"])).Key);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Names_with_spaces_quotes_dots_and_accents(string server)
    {
        await using var source = await VerifiedSource.CreateAsync(Server(server));
        await source.Database.ExecuteAsync("CREATE TABLE `a.b \"c` (`the key` INT PRIMARY KEY, `x``y'z` INT, `€ \"q\"` TEXT)", "INSERT INTO `a.b \"c` VALUES (1, 2, 'three')");
        await source.ChangeLakeAsync(""""CREATE TABLE "a.b ""c" ("the key" INT, "x`y'z" INT, "€ ""q""" TEXT); INSERT INTO "a.b ""c" VALUES (1, 3, 'three')"""");

        Assert.Equal(["Different 1 x`y'z"], Describe(await source.VerifyAsync("a.b \"c")));
    }

    private static IEnumerable<string> Describe(TableVerification result) => result.Differences
        .Select(row => $"{row.Kind} {string.Join(',', row.Key)} {string.Join(',', row.Columns.Select(column => column.Column))}")
        .Order(StringComparer.Ordinal);

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
