using System.Globalization;

namespace Ingot.Verification.Comparing;

/// <summary>Compares a small segment row by row.</summary>
/// <param name="table">The table.</param>
/// <param name="options">How.</param>
/// <param name="log">Takes the differences.</param>
internal sealed class LeafComparison(ComparedTable table, VerifyOptions options, DifferenceLog log)
{
    /// <summary>Reads a segment on both sides and logs how it differs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>A task that ends with the comparison.</returns>
    public async Task CompareAsync(Segment segment, CancellationToken cancellationToken)
    {
        var serverTask = table.Server.ReadRowsAsync(segment, cancellationToken);
        var lakeTask = table.Lake.ReadRowsAsync(segment, cancellationToken);
        await Task.WhenAll(serverTask, lakeTask).ConfigureAwait(false);
        var server = await serverTask.ConfigureAwait(false);
        var lake = await lakeTask.ConfigureAwait(false);
        if (!table.HasKey)
        {
            CompareBags(server, lake);
            return;
        }

        var different = CompareKeys(server, lake);
        if (different.Count > 0)
        {
            await DescribeAsync(segment, different, cancellationToken).ConfigureAwait(false);
        }
    }

    private void CompareBags(IReadOnlyList<string?[]> server, IReadOnlyList<string?[]> lake)
    {
        var counts = lake.ToDictionary(row => row[0]!, CountOf);
        foreach (var row in server)
        {
            counts.Remove(row[0]!, out var inLake);
            Log(row[0]!, CountOf(row) - inLake);
        }

        foreach (var (identity, inLake) in counts)
        {
            Log(identity, -inLake);
        }

        static long CountOf(string?[] row) => long.Parse(row[1]!, CultureInfo.InvariantCulture);

        void Log(string identity, long missing)
        {
            if (missing != 0)
            {
                var kind = missing > 0 ? RowDifferenceKind.MissingInLake : RowDifferenceKind.ExtraInLake;
                log.Count(kind, Math.Abs(missing));
                log.Describe(new RowDifference(kind, [identity], []));
            }
        }
    }

    /// <summary>Logs rows that one side lacks, and gives back the identities that both have with other values.</summary>
    private List<string> CompareKeys(IReadOnlyList<string?[]> server, IReadOnlyList<string?[]> lake)
    {
        var inLake = new Dictionary<string, string?>(lake.Count);
        foreach (var row in lake)
        {
            // A key that the lake has twice is a row too many, whatever its values.
            if (!inLake.TryAdd(row[0]!, row[1]))
            {
                LogOneSided(RowDifferenceKind.ExtraInLake, row[0]!);
            }
        }

        var different = new List<string>();
        foreach (var row in server)
        {
            var identity = row[0] ?? throw RowTooLarge("a key");
            if (row[1] is null)
            {
                throw RowTooLarge($"the row with the key {string.Join(", ", RowIdentity.ReadKey(identity))}");
            }

            if (!inLake.Remove(identity, out var content))
            {
                LogOneSided(RowDifferenceKind.MissingInLake, identity);
            }
            else if (content != row[1])
            {
                log.Count(RowDifferenceKind.Different, 1);
                different.Add(identity);
            }
        }

        foreach (var identity in inLake.Keys)
        {
            LogOneSided(RowDifferenceKind.ExtraInLake, identity);
        }

        return different;
    }

    private async Task DescribeAsync(Segment segment, List<string> identities, CancellationToken cancellationToken)
    {
        var described = identities.Take(log.Room).ToList();
        if (described.Count == 0)
        {
            return;
        }

        var crcs = described.Select(RowIdentity.Crc).ToList();
        var serverTask = table.Server.ReadColumnsAsync(segment, crcs, cancellationToken);
        var lakeTask = table.Lake.ReadColumnsAsync(segment, crcs, cancellationToken);
        await Task.WhenAll(serverTask, lakeTask).ConfigureAwait(false);
        var server = await serverTask.ConfigureAwait(false);
        var lake = await lakeTask.ConfigureAwait(false);
        foreach (var identity in described)
        {
            var (inServer, inLake) = (server[identity], lake[identity]);
            var columns = table.Columns.Index()
                .Where(column => inServer[column.Index] != inLake[column.Index])
                .Select(column => new ColumnDifference(column.Item.Name, Shown(inServer[column.Index]), Shown(inLake[column.Index])));
            log.Describe(new RowDifference(RowDifferenceKind.Different, RowIdentity.ReadKey(identity), [.. columns]));
        }
    }

    private string? Shown(string? value) => options.ShowValues && value is not null ? RowIdentity.ReadValue(Convert.FromHexString(value)) : null;

    private void LogOneSided(RowDifferenceKind kind, string identity)
    {
        log.Count(kind, 1);
        log.Describe(new RowDifference(kind, RowIdentity.ReadKey(identity), []));
    }

    private PipelineException RowTooLarge(string what) => new(
        VerificationErrorCodes.RowTooLarge,
        $"Verify of {table.Name}: the server cannot hash {what}, because its text exceeds max_allowed_packet.",
        "Raise max_allowed_packet on the server.");
}
