using System.Diagnostics;
using System.Globalization;
using Ingot.Engines.DuckDb;

namespace Ingot.Verification.Comparing;

/// <summary>Compares the keys of a model with those of its driving table, both in the lake. NULL equals NULL.</summary>
internal static class KeyComparison
{
    /// <summary>Runs the comparison.</summary>
    /// <param name="keys">What is compared.</param>
    /// <param name="queryLake">Runs a query over the lake.</param>
    /// <param name="shown">The most keys of each kind in the result.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>What it found.</returns>
    public static async Task<KeyVerification> RunAsync(
        VerifiedKeys keys, Func<string, CancellationToken, Task<IReadOnlyList<string?[]>>> queryLake, int shown, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var model = $"(SELECT {Columns(keys.ModelKey)} FROM ({keys.ModelSql}) AS m)";
        var driving = $"(SELECT {Columns(keys.DrivingKey)} FROM ({keys.DrivingSql}) AS d)";
        var same = string.Join(" AND ", keys.ModelKey.Select((_, i) => $"a.k{SideSql.Text(i)} IS NOT DISTINCT FROM b.k{SideSql.Text(i)}"));

        // Two sums over a hash of 64 bits, the second over what is mixed from it, so that keys whose hashes only add up alike differ. Each side is read once; only where the sums differ are the keys joined.
        var list = string.Join(',', keys.ModelKey.Select((_, i) => $"k{SideSql.Text(i)}"));
        var sums = $"SELECT count(*), sum(hash({list})), sum(hash({list}, 1))";
        var row = (await queryLake($"SELECT * FROM ({sums} FROM {model}), ({sums} FROM {driving})", cancellationToken).ConfigureAwait(false))[0];
        var (absent, extra) = row.AsSpan(0, 3).SequenceEqual(row.AsSpan(3, 3)) ? (0, 0) : await CountAsync().ConfigureAwait(false);
        return new KeyVerification
        {
            Name = keys.Name,
            DrivingName = keys.DrivingName,
            ModelRows = Number(row[0]),
            DrivingRows = Number(row[3]),
            Dropped = keys.DroppedRows,
            Absent = absent,
            Extra = extra,
            AbsentKeys = absent > keys.DroppedRows ? await ReadAsync(driving, model).ConfigureAwait(false) : [],
            ExtraKeys = extra > 0 ? await ReadAsync(model, driving).ConfigureAwait(false) : [],
            Elapsed = Stopwatch.GetElapsedTime(start),
        };

        async Task<(long Absent, long Extra)> CountAsync()
        {
            var counts = await queryLake(
                $"SELECT (SELECT count(*) FROM {driving} AS a ANTI JOIN {model} AS b ON {same}), (SELECT count(*) FROM {model} AS a ANTI JOIN {driving} AS b ON {same})",
                cancellationToken).ConfigureAwait(false);
            return (Number(counts[0][0]), Number(counts[0][1]));
        }

        async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(string have, string lack)
        {
            var texts = string.Join(',', keys.ModelKey.Select((_, i) => $"a.k{SideSql.Text(i)}::VARCHAR"));
            var rows = await queryLake($"SELECT {texts} FROM {have} AS a ANTI JOIN {lack} AS b ON {same} ORDER BY ALL LIMIT {SideSql.Text(shown)}", cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(value => value ?? "NULL")])];
        }
    }

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);

    private static string Columns(IReadOnlyList<string> names) =>
        string.Join(',', names.Select((name, i) => $"{DuckDbDatabase.QuoteName(name)} AS k{SideSql.Text(i)}"));
}
