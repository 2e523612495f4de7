using Ingot.MySql;
using Ingot.Seeding;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.EndToEnd;

/// <summary>Every figure of the demo's gold against SQL that the MySQL server itself runs on the tables of the shop (<c>EndToEnd/Sql</c>).</summary>
public sealed class GoldEqualsSourceTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const double Scale = 0.1;
    private const int Changes = 400;

    private static string SqlFolder => RepositoryRoot.Combine("tests/Ingot.IntegrationTests/EndToEnd/Sql");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_table_of_gold_has_its_sql_for_the_server() =>
        Assert.Equal(DemoPipeline.SqlNames(Path.Combine(DemoPipeline.Folder, "gold")), DemoPipeline.SqlNames(SqlFolder));

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Every_figure_of_gold_is_what_the_server_computes_itself_also_after_changes(string name)
    {
        await using var database = await (name == mariaDb.Name ? (DatabaseServer)mariaDb : mySql).CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        var pipeline = DemoPipeline.Copy(folder, database);
        var seeder = new Seeder(MySqlSource.Parse(database.Url), new SeedOptions { Database = database.Name, Scale = Scale });
        await seeder.SeedAsync(cancellationToken: Cancellation);

        await RunAsync(folder, pipeline, database);
        await AssertEqualAsync(folder, pipeline, database);

        await seeder.PlayChangesAsync(Changes, Cancellation);
        await RunAsync(folder, pipeline, database);
        await AssertEqualAsync(folder, pipeline, database);
    }

    private static async Task RunAsync(TemporaryFolder folder, string pipeline, TestDatabase database)
    {
        var result = await CliProcess.RunAsync(
            folder.Path, "run", "--pipeline", pipeline, "--lake", folder.Combine("lake"), "--source", database.Url);
        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Error}");
    }

    private static async Task AssertEqualAsync(TemporaryFolder folder, string pipeline, TestDatabase database)
    {
        foreach (var table in DemoPipeline.SqlNames(SqlFolder))
        {
            var sql = await File.ReadAllTextAsync(Path.Combine(SqlFolder, $"{table}.sql"), Cancellation);
            var expected = await FigureTable.ReadSourceAsync(database, sql, Cancellation);
            var query = await CliProcess.RunAsync(
                folder.Path, "query", $"SELECT * FROM gold.{table}", "--format", "json", "--pipeline", pipeline, "--lake", folder.Combine("lake"));
            Assert.True(query.ExitCode == 0, $"{table}: {query.Output}\n{query.Error}");
            var actual = FigureTable.ParseJson(query.Output);
            Assert.Equal(expected.Columns, actual.Columns);
            Assert.NotEmpty(expected.Rows);
            var difference = expected.DescribeDifference(actual);
            Assert.True(difference.Length == 0, $"gold.{table}: {difference}");
        }
    }
}
