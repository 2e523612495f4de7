using System.Diagnostics;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>Run by hand: <c>dotnet run -c Release --project tests/Ingot.IntegrationTests -- -explicit only -class '*FullLoadSpeedTests*'</c>. INGOT_SPEED_ROWS sets the rows.</summary>
public sealed class FullLoadSpeedTests(MariaDbServer server)
{
    [Fact(Explicit = true)]
    public async Task Load_of_five_million_rows_takes_less_than_twice_a_dump()
    {
        var rows = Environment.GetEnvironmentVariable("INGOT_SPEED_ROWS") ?? "5000000";
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            CREATE TABLE sales_items (id BIGINT PRIMARY KEY, sale_id BIGINT NOT NULL, product_id BIGINT NOT NULL, quantity INT NOT NULL, unit_price DECIMAL(12,2) NOT NULL,
            discount DECIMAL(5,2) NOT NULL, created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL, KEY (sale_id), KEY (product_id))
            """,
            $"""
            INSERT INTO sales_items SELECT seq, seq DIV 3, 1 + (seq * 7919) MOD 20000, 1 + seq MOD 9, 5 + (seq * 104729 MOD 100000) / 100, seq MOD 30,
            TIMESTAMPADD(MICROSECOND, seq * 1234567, '2020-01-01'), TIMESTAMPADD(MICROSECOND, seq * 1234999, '2020-01-01') FROM seq_1_to_{rows}
            """,
            "ANALYZE TABLE sales_items");
        using var fixture = new ReplicationFixture(database.Url);
        var table = ReplicationFixture.Table(database.Name, "sales_items");
        for (var round = 1; round <= 3; round++)
        {
            var dump = Stopwatch.StartNew();
            using (var process = Process.Start("bash",
                ["-c", $"mariadb-dump --no-defaults -h127.0.0.1 -P{server.Port} -u{DatabaseServer.Account} '-p{DatabaseServer.Password}' --single-transaction {database.Name} sales_items >/dev/null"]))
            {
                await process.WaitForExitAsync(ReplicationFixture.Token);
                Assert.Equal(0, process.ExitCode);
            }

            dump.Stop();
            var plan = await fixture.Replicator.PlanAsync([table], null, ReplicationFixture.Token);
            plan = plan with { Tables = [.. plan.Tables.Select(one => one with { Action = Ingot.Replication.TableAction.Load })] };
            var load = Stopwatch.StartNew();
            var result = await fixture.Replicator.RunAsync(plan, null, ReplicationFixture.Token);
            load.Stop();
            TestContext.Current.SendDiagnosticMessage(
                $"dump {dump.Elapsed.TotalSeconds:0.00} s, load {load.Elapsed.TotalSeconds:0.00} s, ratio {load.Elapsed / dump.Elapsed:0.00}, "
                + $"files {result.Tables[0].Files}, {result.Tables[0].LandingBytes / 1e6:0} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
            Assert.True(load.Elapsed < 2 * dump.Elapsed, $"dump {dump.Elapsed}, load {load.Elapsed}");
        }
    }
}
