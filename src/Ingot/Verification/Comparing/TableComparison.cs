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

    /// <summary>A share is found by a pass over the whole table, so several that differ are read in one.</summary>
    private const int LeavesInOnePass = 16;

    private readonly SideSql _server = table.Server;
    private readonly SideSql _lake = table.Lake;
    private int _ranges;

    /// <summary>Runs the comparison.</summary>
    /// <param name="cancellationToken">Ends the queries on both sides.</param>
    /// <returns>What it found; without positions.</returns>
    public async Task<TableVerification> RunAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var partition = await PlanAsync(cancellationToken).ConfigureAwait(false);
        progress?.TableStarted(table.Name, partition.Count);
        _ranges = partition.Count;
        var lakeTask = _lake.SumAsync(partition.IndexOf(_lake), "1=1", _lake.Sums, cancellationToken);
        var serverTask = SumOnServerAsync(partition, Enumerable.Range(0, partition.Count), _server.QuickSums ?? _server.Sums, cancellationToken);
        await Task.WhenAll(lakeTask, serverTask).ConfigureAwait(false);
        var lake = await lakeTask.ConfigureAwait(false);
        var server = await serverTask.ConfigureAwait(false);
        var differing = FindDiffering(partition, server, lake);
        if (differing.Count > 0 && _server.QuickSums is not null)
        {
            foreach (var (index, sum) in await SumOnServerAsync(partition, differing, _server.Sums, cancellationToken).ConfigureAwait(false))
            {
                server[index] = sum;
            }

            differing = FindDiffering(partition, server, lake);
        }

        var log = new DifferenceLog(options);
        var isComplete = partition.HasRanges
            ? await SearchRangesAsync(differing.Select(i => new Difference(partition[i], SumOf(server, i), SumOf(lake, i))), log, cancellationToken).ConfigureAwait(false)
            : await SearchSharesAsync(partition, differing.Select(i => (Index: i, Rows: Math.Max(SumOf(server, i).Rows, SumOf(lake, i).Rows))), log, cancellationToken).ConfigureAwait(false);
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
            IsComplete = isComplete,
            Differences = log.Described,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    private static SegmentSum SumOf(Dictionary<long, SegmentSum> sums, int index) => sums.GetValueOrDefault(index, SegmentSum.Empty);

    private static List<int> FindDiffering(Partition partition, Dictionary<long, SegmentSum> server, Dictionary<long, SegmentSum> lake) =>
        [.. Enumerable.Range(0, partition.Count).Where(i => !SumOf(server, i).Equal(SumOf(lake, i)))];

    private async Task<Partition> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = table.Rows ?? await CountAsync(cancellationToken).ConfigureAwait(false);
        if (_lake.IntegerKey is not { } key)
        {
            return Partition.IntoShares(rows, options.LeafRows);
        }

        if (rows <= options.RangeRows)
        {
            return Partition.IntoRanges([], rows, options.RangeRows);
        }

        var sample = await _lake.QueryAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {key} FROM {_lake.From} USING SAMPLE reservoir({SampleSize} ROWS) REPEATABLE (1)"),
            cancellationToken).ConfigureAwait(false);
        return Partition.IntoRanges(sample.Where(row => row[0] is not null).Select(row => Int128.Parse(row[0]!, CultureInfo.InvariantCulture)), rows, options.RangeRows);
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var counted = await _lake.QueryAsync($"SELECT COUNT(*) FROM {_lake.From}", cancellationToken).ConfigureAwait(false);
        return long.Parse(counted[0][0]!, CultureInfo.InvariantCulture);
    }

    private async Task<Dictionary<long, SegmentSum>> SumOnServerAsync(
        Partition partition, IEnumerable<int> indexes, IReadOnlyList<string> sums, CancellationToken cancellationToken)
    {
        if (!partition.HasRanges)
        {
            var shares = await _server.SumAsync(partition.IndexOf(_server), "1=1", sums, cancellationToken).ConfigureAwait(false);
            progress?.TableAdvanced(table.Name, partition.Count, shares.Values.Sum(sum => sum.Rows));
            return shares;
        }

        var result = new Dictionary<long, SegmentSum>();
        var rows = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(indexes, parallel, async (index, token) =>
        {
            var sum = await _server.SumAsync(partition[index].Condition(_server), sums, token).ConfigureAwait(false);
            lock (result)
            {
                result[index] = sum;
                rows += sum.Rows;
                progress?.TableAdvanced(table.Name, result.Count, rows);
            }
        }).ConfigureAwait(false);
        return result;
    }

    /// <summary>Halves ranges until they are small, then compares row by row.</summary>
    /// <returns>Whether all were searched.</returns>
    private async Task<bool> SearchRangesAsync(IEnumerable<Difference> differences, DifferenceLog log, CancellationToken cancellationToken)
    {
        var pending = new Stack<Difference>(differences.Reverse());
        var leaf = new LeafComparison(table, options, log);
        while (!log.IsFull && pending.TryPop(out var next))
        {
            var split = next.Rows <= options.LeafRows ? null : next.Halve();
            if (split is null)
            {
                await leaf.CompareAsync(next.Segment, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var serverTask = _server.SumAsync(split.Of(_server), next.Segment.Condition(_server), _server.Sums, cancellationToken);
            var lakeTask = _lake.SumAsync(split.Of(_lake), next.Segment.Condition(_lake), _lake.Sums, cancellationToken);
            await Task.WhenAll(serverTask, lakeTask).ConfigureAwait(false);
            var server = await serverTask.ConfigureAwait(false);
            var lake = await lakeTask.ConfigureAwait(false);
            _ranges += 2;
            Difference[] halves = [new(split.Second, SumOf(server, 1), SumOf(lake, 1)), new(split.First, SumOf(server, 0), SumOf(lake, 0))];
            foreach (var half in halves.Where(half => !half.Server.Equal(half.Lake)))
            {
                pending.Push(half);
            }
        }

        return pending.Count == 0;
    }

    /// <summary>Compares shares row by row, several in one pass.</summary>
    /// <returns>Whether all were searched.</returns>
    private async Task<bool> SearchSharesAsync(Partition partition, IEnumerable<(int Index, long Rows)> shares, DifferenceLog log, CancellationToken cancellationToken)
    {
        var leaf = new LeafComparison(table, options, log);
        var pending = new Queue<(int Index, long Rows)>(shares);
        while (!log.IsFull && pending.Count > 0)
        {
            var together = new List<long>();
            for (var rows = 0L; pending.TryPeek(out var next) && (together.Count == 0 || rows + next.Rows <= (long)LeavesInOnePass * options.LeafRows); rows += next.Rows)
            {
                together.Add(pending.Dequeue().Index);
            }

            await leaf.CompareAsync(partition[(int)together[0]] with { Together = together }, cancellationToken).ConfigureAwait(false);
        }

        return pending.Count == 0;
    }
}
