using System.Globalization;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Run by hand, one a process: <c>dotnet run -c Release --project tests/Ingot.IntegrationTests -- -explicit only -method '*large_values*' -diagnostics</c>.</summary>
public sealed class FullLoadMemoryTests(MariaDbServer server)
{
    private const long Limit = 512_000_000;

    [Fact(Explicit = true)]
    public async Task Load_of_500_columns_stays_in_memory()
    {
        await using var database = await server.CreateDatabaseAsync();
        var columns = string.Join(", ", Enumerable.Range(1, 500).Select(i => $"c{i} {(i % 3 == 0 ? "VARCHAR(6)" : i % 3 == 1 ? "INT" : "DECIMAL(12,2)")}"));
        var values = string.Join(", ", Enumerable.Range(1, 500).Select(i => i % 3 == 0 ? $"CONCAT('v', seq * {i} MOD 9973)" : $"seq * {i} MOD 1000003"));
        await database.ExecuteAsync($"CREATE TABLE t (id INT PRIMARY KEY, {columns}) ENGINE=InnoDB ROW_FORMAT=DYNAMIC", $"INSERT INTO t SELECT seq, {values} FROM seq_1_to_200000", "ANALYZE TABLE t");
        await MeasureAsync(database);
    }

    [Fact(Explicit = true)]
    public async Task Load_of_large_values_stays_in_memory()
    {
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE t (id INT PRIMARY KEY, v LONGBLOB)", "INSERT INTO t SELECT seq, REPEAT(SHA2(seq, 512), 32768) FROM seq_1_to_300", "INSERT INTO t VALUES (1000, REPEAT('x', 16000000)), (1001, REPEAT('y', 16000000))", "ANALYZE TABLE t");
        await MeasureAsync(database);
    }

    private static async Task MeasureAsync(TestDatabase database)
    {
        using var fixture = new ReplicationFixture(database.Url);
        var result = Assert.Single((await fixture.RunAsync(ReplicationFixture.Table(database.Name, "t"))).Tables);
        var peak = await ReadPeakAsync();
        TestContext.Current.SendDiagnosticMessage($"{result.SourceBytes / 1e6:0} MB in {result.Files} files of {result.LandingBytes / 1e6:0} MB, {result.Duration.TotalSeconds:0.0} s, peak {peak / 1e6:0} MB");
        Assert.InRange(peak, 0, Limit);
    }

    private static async Task<long> ReadPeakAsync()
    {
        var line = (await File.ReadAllLinesAsync("/proc/self/status", ReplicationFixture.Token)).First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture) * 1024;
    }
}
