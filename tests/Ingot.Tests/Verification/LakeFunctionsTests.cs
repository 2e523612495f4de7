using Ingot.Engines.DuckDb;
using Ingot.Verification.Canonical;

namespace Ingot.Tests.Verification;

public sealed class LakeFunctionsTests
{
    // A method that DuckDB calls and that does more than hand over ends the process here: see NativeCallback.
    [Fact]
    public async Task Garbage_collections_while_DuckDB_calls_back_do_no_harm()
    {
        using var database = DuckDbDatabase.Open(500_000_000, Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}"), threads: 2);
        LakeFunctions.Register(database);
        using var ended = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!ended.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(1)))
            {
                GC.Collect(0);
            }
        });
        collector.Start();

        var form = LakeForm.Plain.Code;
        var sums = new HashSet<string?>();
        for (var i = 0; i < 50; i++)
        {
            var rows = await LakeQueries.QueryAsync(database, $"SELECT sum({LakeFunctions.RowCrc32}('{form}', range)) FROM range(20000)", TestContext.Current.CancellationToken);
            sums.Add(rows[0][0]);
        }

        await ended.CancelAsync();
        collector.Join();
        Assert.Single(sums);
    }
}
