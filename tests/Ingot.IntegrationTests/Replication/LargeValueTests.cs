using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Values of 64 MB, in tables whose statistics tell nothing of them.</summary>
public sealed class LargeValueTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const int Value = 64 * 1024 * 1024;
    private const long Limit = 512_000_000;

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Values_of_64_MB_go_from_a_new_pipeline_to_a_verified_lake_in_512_MB(string server)
    {
        DatabaseServer source = server == mariaDb.Name ? mariaDb : mySql;
        await using var database = await source.CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE documents (id INT PRIMARY KEY, title VARCHAR(20), body LONGBLOB, words LONGTEXT, facts JSON) STATS_AUTO_RECALC=0",
            "CREATE TABLE digits (n INT PRIMARY KEY)",
            "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)",
            "INSERT INTO documents (id, title, body) SELECT 10000 + a.n * 1000 + b.n * 100 + c.n * 10 + d.n, CONCAT('small ', b.n), IF(c.n = 0, NULL, 'a few bytes') FROM digits a, digits b, digits c, digits d",

            // Before, between and after the small ones; bytes that do not compress to nothing.
            $"INSERT INTO documents (id, title, body) VALUES (1, 'first', REPEAT(UNHEX(SHA2('1', 512)), {Value / 64})), (15555, 'replaced', NULL) ON DUPLICATE KEY UPDATE body = REPEAT(UNHEX(SHA2('2', 512)), {Value / 64})",
            $"INSERT INTO documents (id, title, words) VALUES (30000, 'text', REPEAT('äbcdefg', {Value / 8}))",
            $"INSERT INTO documents (id, title, facts) VALUES (30001, 'json', JSON_ARRAY(REPEAT('0123456789abcdef', {Value / 16})))");
        using var folder = new TemporaryFolder();

        await PassAsync(folder.Path, "new", "pipe", "--from", database.Url);
        var peak = await PassAsync(folder.Path, "replicate", "--pipeline", "pipe", "--source", database.Url);
        Assert.InRange(peak, 1, Limit);
        Assert.InRange(await PassAsync(folder.Path, "adopt", "--pipeline", "pipe"), 1, Limit);
        await PassAsync(folder.Path, "run", "pipe", "--source", database.Url);
        await PassAsync(folder.Path, "verify", "--pipeline", "pipe", "--source", database.Url);
    }

    private static async Task<long> PassAsync(string folder, params IReadOnlyList<string> arguments)
    {
        await using var process = CliProcess.Start(folder, arguments);
        var (result, peak) = await process.WaitForPeakAsync();
        Assert.True(result.ExitCode == 0, $"ingot {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}\n{result.Error}");
        TestContext.Current.SendDiagnosticMessage($"{arguments[0]}: peak {peak / 1e6:0} MB");
        return peak;
    }
}
