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
    public Task Values_of_64_MB_go_from_a_new_pipeline_to_a_verified_lake_in_512_MB(string server) =>
        PassAllAsync(server, ["run", "pipe"], ["verify", "--pipeline", "pipe"]);

    /// <summary>What a run does, as processes of their own. By hand: it takes twice the time.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Servers))]
    public Task Each_step_takes_values_of_64_MB_in_512_MB(string server) =>
        PassAllAsync(server, ["replicate", "--pipeline", "pipe"], ["adopt", "--pipeline", "pipe"], ["transform", "--pipeline", "pipe"], ["verify", "--pipeline", "pipe"]);

    private async Task PassAllAsync(string server, params IReadOnlyList<string[]> commands)
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
        foreach (var command in commands)
        {
            string[] place = command[0] is "adopt" or "transform" ? [] : ["--source", database.Url];
            Assert.InRange(await PassAsync(folder.Path, [.. command, .. place]), 1, Limit);
        }
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
