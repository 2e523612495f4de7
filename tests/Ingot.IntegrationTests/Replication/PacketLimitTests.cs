using Ingot.MySql;
using Ingot.TestSupport;
using Ingot.Verification;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Values beyond the server's max_allowed_packet: whole, or an error that names the setting; never cut. On servers of their own, whose setting is changed.</summary>
public sealed class PacketLimitTests
{
    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Values_that_exceed_the_limit_when_they_are_read_are_whole(string name)
    {
        await using var server = Create(name);
        await using var database = await server.CreateDatabaseAsync();

        // As UTF-8 the text has twice its bytes in the table.
        await database.ExecuteAsync(
            "CREATE TABLE t (id INT PRIMARY KEY, words LONGTEXT CHARACTER SET latin1, body LONGBLOB)",
            "INSERT INTO t VALUES (1, REPEAT(_latin1 x'E4', 6000000), NULL), (2, NULL, REPEAT('b', 6000000))",
            "SET GLOBAL max_allowed_packet = 1048576");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");
        await fixture.RunAsync(table);

        Assert.Equal(["12000000", null], fixture.Query($"SELECT strlen(words) FROM {fixture.Relation(table)} ORDER BY id").Select(row => row[0]));
        Assert.Equal([null, "6000000"], fixture.Query($"SELECT octet_length(body) FROM {fixture.Relation(table)} ORDER BY id").Select(row => row[0]));
        Assert.True(Assert.Single((await VerifyAsync(fixture, database, $"FROM {fixture.Relation(table)}")).Tables).IsEqual);

        var changed = await VerifyAsync(fixture, database, $"FROM (SELECT * REPLACE (coalesce(words, 'x') AS words, 'c'::BLOB || body AS body) FROM {fixture.Relation(table)})");
        var difference = Assert.Single(Assert.Single(changed.Tables).Differences);
        Assert.Equal(["words", "body"], difference.Columns.Select(column => column.Column));
        Assert.Equal(string.Concat(Enumerable.Repeat("62", 100)), difference.Columns[1].SourceValue);
    }

    [Fact]
    public async Task Json_whose_text_MySql_cannot_send_whole_is_an_error_and_not_an_empty_text()
    {
        await using var server = Create("MySQL");
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE t (id INT PRIMARY KEY, facts JSON)",
            "INSERT INTO t VALUES (1, '[1]'), (2, JSON_ARRAY(REPEAT(CHAR(1 USING utf8mb4), 2000000)))");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");

        var read = await Assert.ThrowsAsync<MySqlSourceException>(() => fixture.RunAsync(table));
        Assert.Equal(MySqlErrorCodes.RowTooLarge, read.Code);
        Assert.Contains($"Reading {database.Name}.t failed: Result of facts() was larger", read.Message, StringComparison.Ordinal);
        Assert.Contains("Raise max_allowed_packet", read.NextStep, StringComparison.Ordinal);

        var compared = await Assert.ThrowsAsync<PipelineException>(() => VerifyAsync(fixture, database, "FROM (VALUES (1, '[1]'), (2, '')) AS t (id, facts)"));
        Assert.Equal(VerificationErrorCodes.RowTooLarge, compared.Code);
        Assert.Contains("Verify of t: ", compared.Message, StringComparison.Ordinal);

        // The column left out, nothing is too large.
        await fixture.RunAsync(table with { Without = ["facts"] });
        Assert.Equal("2", fixture.Scalar($"SELECT count(*) FROM {fixture.Relation(table)}"));
    }

    private static DatabaseServer Create(string name)
    {
        string[] options = ["--max-allowed-packet=8M"];
        return name == "MySQL" ? new MySqlServer { ExtraOptions = options } : new MariaDbServer { ExtraOptions = options };
    }

    private static Task<VerificationResult> VerifyAsync(ReplicationFixture fixture, TestDatabase database, string lake) =>
        new Verifier(fixture.Source, fixture.Database, new VerifyOptions { ShowValues = true }).VerifyAsync([new VerifiedTable("t", database.Name, "t", lake)], [], null, Token);
}
