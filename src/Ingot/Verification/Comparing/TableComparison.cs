using System.Diagnostics;
using System.Globalization;

namespace Ingot.Verification.Comparing;

/// <summary>Compares one table: sums the segments on both sides at the same time, and halves those that differ until the rows are found.</summary>
/// <param name="table">The table.</param>
/// <param name="options">How.</param>
/// <param name="connections">The queries that the server takes at once.</param>
/// <param name="progress">Hears of the progress, or null.</param>
internal sealed class TableComparison(ComparedTable table, VerifyOptions options, int connections, IVerificationProgress? progress)
{
    private const int SampleSize = 20_000;
    private int _ranges;

    /// <summary>Runs the comparison.</summary>
    /// <param name="cancellationToken">Ends the queries on both sides.</param>
    /// <returns>What it found; without positions.</returns>
    public async Task<TableVerification> RunAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var partition = await PlanAsync(cancellationToken).ConfigureAwait(false);
        progress?.TableStarted(table.Name, partition.Count);
        var lakeTask = table.Lake.SumAsync(partition.IndexOf(table.Lake), "1=1", cancellationToken);
        var serverTask = SumOnServerAsync(partition, cancellationToken);
        await Task.WhenAll(lakeTask, serverTask).ConfigureAwait(false);
        var lake = await lakeTask.ConfigureAwait(false);
        var server = await serverTask.ConfigureAwait(false);
        _ranges = partition.Count;

        var pending = new Stack<(Segment Segment, SegmentSum Server, SegmentSum Lake)>();
        for (var i = partition.Count - 1; i >= 0; i--)
        {
            Push(pending, partition[i], server.GetValueOrDefault(i, SegmentSum.Empty), lake.GetValueOrDefault(i, SegmentSum.Empty));
        }

        var log = new DifferenceLog(options);
        await SearchAsync(pending, log, cancellationToken).ConfigureAwait(false);
        return new TableVerification
        {
            Name = table.Name,
            Key = table.Key,
            SourceRows = server.Values.Sum(sum => sum.Rows),
            LakeRows = lake.Values.Sum(sum => sum.Rows),
            Ranges = _ranges,
            Missing = log.Missing,
            Extra = log.Extra,
            Different = log.Different,
            IsComplete = pending.Count == 0,
            Differences = log.Described,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    private static void Push(Stack<(Segment, SegmentSum, SegmentSum)> pending, Segment segment, SegmentSum server, SegmentSum lake)
    {
        if (!server.Equal(lake))
        {
            pending.Push((segment, server, lake));
        }
    }

    private async Task<Partition> PlanAsync(CancellationToken cancellationToken)
    {
        var counted = await table.Lake.QueryAsync($"SELECT COUNT(*) FROM {table.Lake.From}", cancellationToken).ConfigureAwait(false);
        var rows = long.Parse(counted[0][0]!, CultureInfo.InvariantCulture);
        if (table.Lake.IntegerKey is not { } key)
        {
            return Partition.IntoShares(rows, options.LeafRows);
        }

        if (rows <= options.RangeRows)
        {
            return Partition.IntoRanges([], rows, options.RangeRows);
        }

        var sample = await table.Lake.QueryAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {key} FROM {table.Lake.From} USING SAMPLE reservoir({SampleSize} ROWS) REPEATABLE (1)"),
            cancellationToken).ConfigureAwait(false);
        return Partition.IntoRanges(sample.Where(row => row[0] is not null).Select(row => Int128.Parse(row[0]!, CultureInfo.InvariantCulture)), rows, options.RangeRows);
    }

    private async Task<Dictionary<long, SegmentSum>> SumOnServerAsync(Partition partition, CancellationToken cancellationToken)
    {
        if (!partition.HasRanges)
        {
            var shares = await table.Server.SumAsync(partition.IndexOf(table.Server), "1=1", cancellationToken).ConfigureAwait(false);
            progress?.TableAdvanced(table.Name, partition.Count, shares.Values.Sum(sum => sum.Rows));
            return shares;
        }

        var sums = new Dictionary<long, SegmentSum>();
        var rows = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, partition.Count), parallel, async (index, token) =>
        {
            var sum = await table.Server.SumAsync("0", partition[index].Condition(table.Server), token).ConfigureAwait(false);
            lock (sums)
            {
                sums[index] = sum.GetValueOrDefault(0, SegmentSum.Empty);
                rows += sums[index].Rows;
                progress?.TableAdvanced(table.Name, sums.Count, rows);
            }
        }).ConfigureAwait(false);
        return sums;
    }

    private async Task SearchAsync(Stack<(Segment Segment, SegmentSum Server, SegmentSum Lake)> pending, DifferenceLog log, CancellationToken cancellationToken)
    {
        var leaf = new LeafComparison(table, options, log);
        while (!log.IsFull && pending.TryPop(out var next))
        {
            var split = Math.Max(next.Server.Rows, next.Lake.Rows) <= options.LeafRows
                ? null
                : next.Segment.Halve(Least(next.Server.Lowest, next.Lake.Lowest), Greatest(next.Server.Highest, next.Lake.Highest));
            if (split is null)
            {
                await leaf.CompareAsync(next.Segment, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var serverTask = table.Server.SumAsync(split.Of(table.Server), next.Segment.Condition(table.Server), cancellationToken);
            var lakeTask = table.Lake.SumAsync(split.Of(table.Lake), next.Segment.Condition(table.Lake), cancellationToken);
            await Task.WhenAll(serverTask, lakeTask).ConfigureAwait(false);
            var server = await serverTask.ConfigureAwait(false);
            var lake = await lakeTask.ConfigureAwait(false);
            _ranges += 2;
            Push(pending, split.Second, server.GetValueOrDefault(1, SegmentSum.Empty), lake.GetValueOrDefault(1, SegmentSum.Empty));
            Push(pending, split.First, server.GetValueOrDefault(0, SegmentSum.Empty), lake.GetValueOrDefault(0, SegmentSum.Empty));
        }
    }

    private static Int128? Least(Int128? first, Int128? second) => first is null || second < first ? second : first;

    private static Int128? Greatest(Int128? first, Int128? second) => first is null || second > first ? second : first;
}
