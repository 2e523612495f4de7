using System.Globalization;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Values at the borders of every type, from the server to the landing Parquet file.</summary>
public sealed class TypeBorderTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const string Max65 = "99999999999999999999999999999999999.999999999999999999999999999999";

    /// <summary>Server (or empty for both), column type, literal, and the value in Parquet as DuckDB writes it (null: the literal itself).</summary>
    private static readonly (string Server, string Type, string Literal, string? Expected)[] Cases =
    [
        ("", "TINYINT", "-128", null), ("", "TINYINT", "127", null), ("", "TINYINT(1)", "2", null), ("", "TINYINT UNSIGNED", "255", null), ("", "TINYINT ZEROFILL", "7", null),
        ("", "SMALLINT", "-32768", null), ("", "SMALLINT UNSIGNED", "65535", null), ("", "MEDIUMINT", "-8388608", null), ("", "MEDIUMINT", "8388607", null), ("", "MEDIUMINT UNSIGNED", "16777215", null),
        ("", "INT", "-2147483648", null), ("", "INT UNSIGNED", "4294967295", null), ("", "INT(10) UNSIGNED ZEROFILL", "42", null),
        ("", "BIGINT", "-9223372036854775808", null), ("", "BIGINT", "9223372036854775807", null), ("", "BIGINT UNSIGNED", "18446744073709551615", null), ("", "BIGINT UNSIGNED", "0", null),
        ("", "DECIMAL(1,0)", "-9", null), ("", "DECIMAL(4,2)", "-99.99", null), ("", "DECIMAL(9,9)", "-0.999999999", "-.999999999"), ("", "DECIMAL(18,18)", "0.999999999999999999", ".999999999999999999"), ("", "DECIMAL(18,0)", "-999999999999999999", null),
        ("", "DECIMAL(19,0)", "9999999999999999999", null), ("", "DECIMAL(20,0)", "-99999999999999999999", null), ("", "DECIMAL(19,1)", "-999999999999999999.9", null), ("", "DECIMAL(38,0)", "99999999999999999999999999999999999999", null),
        ("", "DECIMAL(38,30)", "-99999999.999999999999999999999999999999", null), ("", "DECIMAL(65,30)", Max65, null), ("", "DECIMAL(65,30)", "-0.000000000000000000000000000001", null), ("", "DECIMAL(65,0)", new string('9', 65), null),
        ("", "DECIMAL(12,2) UNSIGNED ZEROFILL", "1.5", "1.50"), ("", "DECIMAL(39,0)", "-" + new string('9', 39), null),
        ("", "BIT(1)", "b'1'", "true"), ("", "BIT(1)", "b'0'", "false"), ("", "BIT(64)", "0xFFFFFFFFFFFFFFFF", @"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), ("", "BIT(9)", "b'100000001'", @"\x01\x01"),
        ("", "DATE", "'0000-01-01'", "0001-01-01 (BC)"), ("", "DATE", "'0001-01-01'", "0001-01-01"), ("", "DATE", "'1582-10-10'", "1582-10-10"), ("", "DATE", "'9999-12-31'", "9999-12-31"), ("", "DATE", "'0000-00-00'", "<null>"), ("", "DATE", "'2024-02-30'", "<null>"),
        ("", "DATE", "'2024-02-29'", "2024-02-29"), ("", "DATE", "'2023-02-29'", "<null>"), ("", "DATE", "'2024-00-10'", "<null>"), ("", "DATE", "'1900-02-28'", "1900-02-28"), ("", "DATE", "'2000-02-29'", "2000-02-29"),
        ("", "DATETIME", "'1000-01-01 00:00:00'", "1000-01-01 00:00:00+00"), ("", "DATETIME(6)", "'9999-12-31 23:59:59.999999'", "9999-12-31 23:59:59.999999+00"), ("", "DATETIME(1)", "'2024-05-06 07:08:09.9'", "2024-05-06 07:08:09.9+00"),
        ("", "DATETIME(3)", "'1969-12-31 23:59:59.999'", "1969-12-31 23:59:59.999+00"), ("", "DATETIME", "'0000-00-00 00:00:00'", "<null>"), ("", "DATETIME(6)", "'0000-01-01 00:00:00.000001'", "0001-01-01 (BC) 00:00:00.000001+00"), ("", "DATETIME(6)", "'2024-01-00 10:00:00'", "<null>"),
        ("", "TIMESTAMP(6) NULL", "'1970-01-01 00:00:01.000001'", "1970-01-01 00:00:01.000001+00"), ("", "TIMESTAMP NULL", "'2038-01-19 03:14:07'", "2038-01-19 03:14:07+00"), ("", "TIMESTAMP NULL", "'0000-00-00 00:00:00'", "<null>"),
        ("", "TIME", "'-838:59:59'", "-838:59:59"), ("", "TIME(6)", "'838:59:58.999999'", "838:59:58.999999"), ("", "TIME(3)", "'-00:00:00.001'", "-00:00:00.001"), ("", "TIME", "'00:00:00'", "00:00:00"), ("", "TIME(2)", "'24:00:00.10'", "24:00:00.10"), ("", "TIME(6)", "'01:02:03'", "01:02:03.000000"),
        ("", "YEAR", "1901", null), ("", "YEAR", "2155", null), ("", "YEAR", "0", "0"),
        ("", "CHAR(10)", "'a  '", "a"), ("", "VARCHAR(10)", "'a  '", "a  "), ("", "VARCHAR(20) CHARACTER SET latin1", "'äöü€'", "äöü€"), ("", "VARCHAR(20) CHARACTER SET utf16", "'ä😀'", "ä😀"), ("", "VARCHAR(20) CHARACTER SET sjis", "'日本'", "日本"), ("", "VARCHAR(20) CHARACTER SET cp1251", "'Привет'", "Привет"),
        ("", "VARCHAR(10)", "''", ""), ("", "TEXT", "REPEAT('😀', 5000)", string.Concat(Enumerable.Repeat("😀", 5000))), ("", "TINYTEXT", "'twelve bytes'", "twelve bytes"), ("", "TINYTEXT", "'thirteenbytes'", "thirteenbytes"), ("", "LONGTEXT", "REPEAT('x', 70000)", new string('x', 70000)),
        ("", "BINARY(4)", "'a'", @"a\x00\x00\x00"), ("", "VARBINARY(4)", "0x00FF", @"\x00\xFF"), ("", "BLOB", "0xC328", @"\xC3("), ("", "VARCHAR(4) CHARACTER SET binary", "0x80", @"\x80"), ("", "MEDIUMBLOB", "REPEAT(0x41, 20)", new string('A', 20)),
        ("", "ENUM('small','größe')", "'größe'", "größe"), ("", "ENUM('a','b')", "2", "b"), ("", "SET('a','b','c')", "'c,a'", "a,c"), ("", "SET('a')", "''", ""),
        ("MySQL", "JSON", """'{"b": 1, "a": [1.50, null, "ä"]}'""", """{"a": [1.5, null, "ä"], "b": 1}"""), ("MariaDB", "JSON", """'{"b":1,  "a":2}'""", """{"b":1,  "a":2}"""),
        ("MariaDB", "UUID", "'123e4567-e89b-12d3-a456-426655440000'", "123e4567-e89b-12d3-a456-426655440000"), ("MariaDB", "INET6", "'2001:db8::ff00:42:8329'", "2001:db8::ff00:42:8329"), ("MariaDB", "INET4", "'255.0.10.1'", "255.0.10.1"),
        ("", "POINT", "ST_GeomFromText('POINT(1 2)', 0)", @"\x01\x01\x00\x00 \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xF0?\x00\x00\x00\x00\x00\x00\x00@"),
        ("MySQL", "POINT SRID 4326", "ST_GeomFromText('POINT(2 1)', 4326)", @"\x01\x01\x00\x00 \xE6\x10\x00\x00\x00\x00\x00\x00\x00\x00\xF0?\x00\x00\x00\x00\x00\x00\x00@"),
        ("MariaDB", "GEOMETRY", "ST_GeomFromText('POINT(1 2)', 4326)", @"\x01\x01\x00\x00 \xE6\x10\x00\x00\x00\x00\x00\x00\x00\x00\xF0?\x00\x00\x00\x00\x00\x00\x00@"),
        ("MySQL", "VECTOR(2)", "STRING_TO_VECTOR('[1,2]')", @"\x00\x00\x80?\x00\x00\x00@"),
    ];

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Values_at_the_borders_land_unchanged(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        var cases = Cases.Where(one => one.Server is "" || one.Server == server).ToList();
        var columns = string.Join(", ", cases.Select((one, i) => $"c{i} {one.Type}"));
        var values = string.Join(", ", cases.Select(one => one.Literal));
        var nulls = string.Join(", ", cases.Select(_ => "NULL"));
        await database.ExecuteAsync(
            $"SET sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'; SET NAMES utf8mb4; CREATE TABLE t (id INT PRIMARY KEY, {columns}) ROW_FORMAT=DYNAMIC; INSERT INTO t VALUES (1, {values}), (2, {nulls})");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");

        var result = Assert.Single((await fixture.RunAsync(table)).Tables);

        var row = fixture.Query($"SELECT * EXCLUDE (Op, commit_ts, change_seq, id) FROM {fixture.Relation(table)} WHERE id = 1")[0];
        var wrong = cases.Select((one, i) => (one, Expected: one.Expected ?? one.Literal, Got: row[i] ?? "<null>")).Where(one => one.Expected != one.Got)
            .Select(one => $"{one.one.Type} {one.one.Literal}: {one.Got} instead of {one.Expected}").ToList();
        Assert.Empty(wrong);
        Assert.Equal(cases.Count(one => one.Expected == "<null>"), result.ZeroDates.Values.Sum());
        Assert.All(fixture.Query($"SELECT * EXCLUDE (Op, commit_ts, change_seq, id) FROM {fixture.Relation(table)} WHERE id = 2")[0], Assert.Null);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Float_and_double_land_to_the_bit(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        float[] floats = [0f, 1f / 3, 16777217f, 3.4028234e38f, 1.17549435e-38f, 0.1f, -123456.789f, 1e-45f];
        double[] doubles = [0d, 1d / 3, double.MaxValue, double.MinValue, double.Epsilon, 2.2250738585072014E-308, 0.1, 123456789.123456789];
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY, f FLOAT, f2 FLOAT(10,3), d DOUBLE, d2 DOUBLE(12,4))");
        await using (var connection = await database.OpenConnectionAsync())
        {
            for (var i = 0; i < floats.Length; i++)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"INSERT INTO t VALUES ({i}, {((double)floats[i]).ToString("E17", CultureInfo.InvariantCulture)}, 1.005, {doubles[i].ToString("E17", CultureInfo.InvariantCulture)}, 12345.67891)";
                await command.ExecuteNonQueryAsync(ReplicationFixture.Token);
            }
        }

        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        await fixture.RunAsync(table);

        using var duck = fixture.Database.OpenConnection();
        using var query = duck.CreateCommand();
        query.CommandText = $"SELECT id, f, d FROM {fixture.Relation(table)} ORDER BY id";
        using var reader = query.ExecuteReader();
        var flushed = await database.ScalarAsync("SELECT SUM(f = 0) FROM t WHERE id = 7");
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            if (id != 7 || Convert.ToInt64(flushed, CultureInfo.InvariantCulture) == 0)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(floats[id]), BitConverter.SingleToInt32Bits(reader.GetFloat(1)));
            }

            Assert.Equal(BitConverter.DoubleToInt64Bits(doubles[id]), BitConverter.DoubleToInt64Bits(reader.GetDouble(2)));
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Zero_date_fails_by_table_and_column_when_the_policy_says_so(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("SET sql_mode = ''; CREATE TABLE t (id INT PRIMARY KEY, born DATE); INSERT INTO t VALUES (1, '0000-00-00')");
        using var fixture = new ReplicationFixture(database.Url, new ReplicationOptions { ZeroDates = ZeroDatePolicy.Fail });
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => fixture.RunAsync(ReplicationFixture.Table(database.Name, "t")));
        Assert.Equal(MySqlErrorCodes.Value, error.Code);
        Assert.Contains($"{database.Name}.t.born", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Generated_columns_are_left_out_and_invisible_ones_land(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY, a INT, twice INT AS (a * 2) STORED, hidden INT INVISIBLE DEFAULT 5)", "INSERT INTO t (id, a) VALUES (1, 4)");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        var result = Assert.Single((await fixture.RunAsync(table)).Tables);
        Assert.Equal(["twice"], result.LeftOutColumns.Keys);
        Assert.Equal(["1", "4", "5"], fixture.Query($"SELECT * EXCLUDE (Op, commit_ts, change_seq) FROM {fixture.Relation(table)}")[0]);
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
