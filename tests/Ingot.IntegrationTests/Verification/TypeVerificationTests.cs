using Ingot.Engines.DuckDb;
using Ingot.IntegrationTests.Replication;
using Ingot.MySql;
using Ingot.TestSupport;
using Ingot.Verification;

namespace Ingot.IntegrationTests.Verification;

/// <summary>Every type at its borders: equal values are equal, and any change of one value is found with its key and column.</summary>
public sealed class TypeVerificationTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    /// <summary>Column type, the values as SQL, and an expression over the lake's column <c>v</c> that changes any value of it.</summary>
    private static readonly (string Type, string Values, string Change)[] Types =
    [
        ("TINYINT", "-128|-1|0|127", "xor(v, 1::TINYINT)"),
        ("TINYINT UNSIGNED", "0|255", "v + 1"),
        ("TINYINT(1)", "0|1|2|-1", "v + 1"),
        ("SMALLINT", "-32768|32767", "-v - 1"),
        ("SMALLINT UNSIGNED", "0|65535", "v + 1"),
        ("MEDIUMINT", "-8388608|8388607", "v + 1"),
        ("MEDIUMINT UNSIGNED ZEROFILL", "0|42|16777215", "v + 1"),
        ("INT", "-2147483648|2147483647", "-v - 1"),
        ("INT(10) UNSIGNED ZEROFILL", "7|4294967295", "v + 1"),
        ("BIGINT", "-9223372036854775808|9223372036854775807", "-v - 1"),
        ("BIGINT UNSIGNED", "0|9223372036854775808|18446744073709551615", "v + 1"),
        ("DECIMAL(10,2)", "0|-0.01|0.5|99999999.99|-99999999.99", "v + 0.01"),
        ("DECIMAL(5,5)", "0.00001|-0.99999|0", "v + 0.00001"),
        ("DECIMAL(10,2) UNSIGNED ZEROFILL", "1.5|0", "v + 0.01"),
        ("DECIMAL(38,0)", "99999999999999999999999999999999999999|-1", "v - 1"),
        ("DECIMAL(30,30)", "0.000000000000000000000000000001|-0.5", "-v"),
        ("DECIMAL(38,30)", "99999999.000000000000000000000000000001|-0.5", "-v"),
        ("DECIMAL(65,30)", "99999999999999999999999999999999999.999999999999999999999999999999|-0.000000000000000000000000000001", "v || '0'"),
        ("FLOAT", "0|1.1|-3.402823466E38|1.17549435E-38|1e-45|16777217|0.1|123456.7", "v * 2 + 1"),
        ("FLOAT(10,2)", "1.1|-99.99", "v + 1"),
        ("DOUBLE", "0|0.1|1e15|1e16|1e-15|1e-16|1.7976931348623157e308|2.2250738585072014e-308|-1.2345678901234567e-5|123456789012345678|5e-324", "v * 2 + 1"),
        ("DOUBLE(12,3)", "1.1|-99.999|0.001", "v + 0.001"),
        ("DATE", "'1000-01-01'|'9999-12-31'|'0001-01-01'|'2024-02-29'|'0000-00-00'|'2020-00-00'|'2020-05-00'|'2020-02-31'", "coalesce(v, DATE '2000-01-01') - 1"),
        ("DATETIME", "'1000-01-01 00:00:00'|'9999-12-31 23:59:59'|'0000-00-00 00:00:00'|'1969-12-31 23:59:59'", "coalesce(v, '2000-01-01 00:00:00+00'::TIMESTAMPTZ) + INTERVAL 1 MICROSECOND"),
        ("DATETIME(1)", "'2024-03-10 02:30:00.1'|'2024-03-10 02:30:00.0'", "v + INTERVAL 1 MICROSECOND"),
        ("DATETIME(3)", "'2024-03-10 02:30:00.120'|'1000-01-01 00:00:00.001'", "v + INTERVAL 1 MILLISECOND"),
        ("DATETIME(6)", "'9999-12-31 23:59:59.999999'|'0001-01-01 00:00:00.000001'", "v - INTERVAL 1 MICROSECOND"),
        ("TIMESTAMP NULL", "'1970-01-01 00:00:01'|'2038-01-19 03:14:07'|'0000-00-00 00:00:00'", "coalesce(v, '2000-01-01 00:00:00+00'::TIMESTAMPTZ) + INTERVAL 1 HOUR"),
        ("TIMESTAMP(6) NULL", "'2038-01-19 03:14:07.999999'|'1970-01-01 00:00:01.000000'", "v + INTERVAL 1 MICROSECOND"),
        ("TIME", "'-838:59:59'|'838:59:59'|'00:00:00'|'-00:00:01'", "v || '0'"),
        ("TIME(6)", "'-838:59:58.999999'|'00:00:00.000001'", "'-' || v"),
        ("YEAR", "1901|2155|0|2024", "v + 1"),
        ("BIT(1)", "b'0'|b'1'", "NOT v"),
        ("BIT(10)", "b'0'|b'1111111111'|b'1'", "v || '\\x00'::BLOB"),
        ("BIT(64)", "0|0xFFFFFFFFFFFFFFFF|1", "unhex(hex(v)[3:] || '7F')"),
        ("CHAR(5)", "''|'a'|'a  '|'é€😀'", "v || ' '"),
        ("VARCHAR(20)", "''|'a'|'a  '|' a'|'NULL'|'ÿþ'|'0'|'a\\\\b'|'x\\ny'|'😀'", "v || ' '"),
        ("VARCHAR(20) CHARACTER SET latin1", "'é'|'ÿ'|'€'|'þ'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET utf8mb3", "'é'|'日本'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET ascii", "'abc'|''", "upper(v) || 'a'"),
        ("VARCHAR(20) CHARACTER SET ucs2", "'é'|'日本'|'a  '", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET utf16", "'é'|'😀'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET utf32", "'é'|'😀'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET sjis", "'日本'|'ア'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET gbk", "'中文'", "v || 'a'"),
        ("VARCHAR(20) CHARACTER SET cp1251", "'Привет'", "v || 'a'"),
        ("VARCHAR(20) COLLATE utf8mb4_bin", "'a'|'A'|'a '", "v || 'a'"),
        ("TINYTEXT", "''|'a '|'é'", "v || ' '"),
        ("TEXT", "''|'a '|REPEAT('é', 30000)", "v || ' '"),
        ("MEDIUMTEXT", "'a'|REPEAT('x', 200000)", "v || ' '"),
        ("LONGTEXT CHARACTER SET latin1", "'é'|''", "v || ' '"),
        ("BINARY(4)", "'ab'|x'00FF00FF'|''", "v || '\\x00'::BLOB"),
        ("VARBINARY(10)", "''|x'00'|x'FF'|x'FE'|'ab  '", "v || '\\x00'::BLOB"),
        ("TINYBLOB", "''|x'00FE'|x'FF'", "v || '\\x00'::BLOB"),
        ("BLOB", "''|x'FF'|REPEAT(x'FE', 60000)", "v || '\\x00'::BLOB"),
        ("MEDIUMBLOB", "REPEAT(x'00', 200000)|''", "v || '\\x00'::BLOB"),
        ("LONGBLOB", "x'0102'|''", "v || '\\x00'::BLOB"),
        ("ENUM('a','b','ç','')", "'a'|'ç'|''", "v || 'x'"),
        ("ENUM('é','x') CHARACTER SET latin1", "'é'", "v || 'x'"),
        ("SET('a','b','ç')", "''|'a,b'|'ç'|'a,b,ç'", "v || 'x'"),
        ("JSON", "'{\"b\": 1, \"a\": [1, 2.0, \"é\"]}'|'null'|'\"x\"'|'1e2'", "v || ' '"),
        ("GEOMETRY", "ST_GeomFromText('POINT(1 2)')|ST_GeomFromText('LINESTRING(0 0,1 1)')", "v || '\\x00'::BLOB"),
        ("POINT", "ST_GeomFromText('POINT(1.5 -2)')", "v || '\\x00'::BLOB"),
    ];

    private static readonly (string Server, string Type, string Values, string Change)[] ServerTypes =
    [
        ("MariaDB", "DECIMAL(38,38)", "0.00000000000000000000000000000000000001|-0.5", "-v"),
        ("MariaDB", "UUID", "'123e4567-e89b-12d3-a456-426655440000'", "upper(v)"),
        ("MariaDB", "INET4", "'1.2.3.4'", "v || '0'"),
        ("MariaDB", "INET6", "'::1'|'2001:db8::ff00:42:8329'", "v || '0'"),
        ("MySQL", "VECTOR(3)", "TO_VECTOR('[1,2,3]')", "v || '\\x00'::BLOB"),
    ];

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Border_values_of_every_type_are_equal_in_what_the_replicator_lands(string name)
    {
        var types = TypesOf(name);
        await using var database = await Server(name).CreateDatabaseAsync();
        using var replication = new ReplicationFixture(database.Url);
        await CreateTablesAsync(database, types);
        var tables = types.Select((_, index) => ReplicationFixture.Table(database.Name, $"t{index}")).ToArray();
        var loaded = await replication.RunAsync(tables);

        var verified = tables.Select(table => new VerifiedTable(table.Name, table.Schema, table.Table, $"FROM {replication.Relation(table)}"));
        var result = await new Verifier(replication.Source, replication.Database).VerifyAsync([.. verified], [], null, TestContext.Current.CancellationToken);

        Assert.Equal([], result.Tables.Index().Where(table => !table.Item.IsEqual).Select(table => types[table.Index].Type));
        Assert.Equal(loaded.Tables.Sum(table => table.Rows), result.Tables.Sum(table => table.LakeRows));
    }

    [Theory]
    [InlineData("MariaDB", false)]
    [InlineData("MariaDB", true)]
    [InlineData("MySQL", false)]
    [InlineData("MySQL", true)]
    public async Task Border_values_of_every_type_are_equal_and_any_change_of_one_is_found(string name, bool thorough)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Server(name).CreateDatabaseAsync();
        using var lake = DuckDbDatabase.Open(500_000_000, Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}"), threads: 2);
        var source = MySqlSource.Parse(database.Url);
        await using var connection = await SourceConnection.OpenAsync(source, cancellationToken);
        var types = TypesOf(name);
        await CreateTablesAsync(database, types);
        var tables = new List<VerifiedTable>();
        for (var index = 0; index < types.Count; index++)
        {
            var schema = await SchemaReader.LoadTableAsync(connection, database.Name, $"t{index}", cancellationToken);
            await LakeCopy.CreateAsync(connection, schema, lake, $"t{index}", cancellationToken);
            tables.Add(new VerifiedTable($"t{index}", database.Name, $"t{index}", $"FROM t{index}"));
        }

        var verifier = new Verifier(source, lake, new VerifyOptions { Thorough = thorough });
        var equal = await verifier.VerifyAsync(tables, [], null, cancellationToken);
        Assert.Equal([], equal.Tables.Index().Where(table => !table.Item.IsEqual).Select(table => types[table.Index].Type));

        foreach (var (index, (_, values, change)) in types.Index())
        {
            var key = 1 + (index % values.Split('|').Length);
            await lake.ExecuteAsync($"CREATE OR REPLACE TABLE t{index} AS SELECT id, CASE WHEN id = {key} THEN {change} ELSE v END AS v FROM t{index}", cancellationToken);
        }

        var changed = await verifier.VerifyAsync(tables, [], null, cancellationToken);
        Assert.Equal([], changed.Tables.Index().Where(table => table.Item.IsEqual).Select(table => types[table.Index].Type));
        foreach (var (index, table) in changed.Tables.Index())
        {
            var difference = Assert.Single(table.Differences);
            Assert.Equal($"{1 + (index % types[index].Values.Split('|').Length)}", Assert.Single(difference.Key));
            Assert.Equal("v", Assert.Single(difference.Columns).Column);
        }
    }

    private static List<(string Type, string Values, string Change)> TypesOf(string server) =>
        [.. Types, .. ServerTypes.Where(type => type.Server == server).Select(type => (type.Type, type.Values, type.Change))];

    private static async Task CreateTablesAsync(TestDatabase database, List<(string Type, string Values, string Change)> types)
    {
        foreach (var (index, (type, values, _)) in types.Index())
        {
            var inserts = values.Split('|').Select(value => $"INSERT INTO t{index} (v) VALUES ({value})");
            await database.ExecuteAsync(
            [
                "SET sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'", $"CREATE TABLE t{index} (id INT AUTO_INCREMENT PRIMARY KEY, v {type})", .. inserts,
                $"INSERT INTO t{index} (v) VALUES (NULL)",
            ]);
        }
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
