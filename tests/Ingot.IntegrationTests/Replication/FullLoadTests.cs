using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

public sealed class FullLoadTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Load_lands_all_rows_and_a_second_run_skips(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50), price DECIMAL(12,2), made_at DATETIME(6))",
            "INSERT INTO t (name, price, made_at) VALUES ('a', 1.50, '2024-01-02 03:04:05.678901'), (NULL, -0.01, NULL), ('a text that is longer than twelve', 9999999999.99, '9999-12-31 23:59:59.999999')");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "t");

        var result = Assert.Single((await fixture.RunAsync(table)).Tables);

        Assert.Equal(TableAction.Load, result.Action);
        Assert.Equal(3, result.Rows);
        var rows = fixture.Query($"SELECT Op, change_seq, id, name, price, made_at FROM {fixture.Relation(table)} ORDER BY id");
        Assert.Equal(["I", null, "1", "a", "1.50", "2024-01-02 03:04:05.678901+00"], rows[0]);
        Assert.Equal(["I", null, "2", null, "-0.01", null], rows[1]);
        Assert.Equal(["I", null, "3", "a text that is longer than twelve", "9999999999.99", "9999-12-31 23:59:59.999999+00"], rows[2]);

        var again = Assert.Single((await fixture.RunAsync(table)).Tables);
        Assert.Equal(TableAction.Skip, again.Action);

        await database.ExecuteAsync("DELETE FROM t WHERE id = 1");
        var moved = Assert.Single((await fixture.RunAsync(table)).Tables);
        Assert.Equal((TableAction.Load, 2L), (moved.Action, moved.Rows));
        Assert.Equal("2", fixture.Scalar($"SELECT count(*) FROM {fixture.Relation(table)}"));
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;
}
