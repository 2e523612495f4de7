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
        var list = string.Join(',', keys.ModelKey.Select((_, i) => $"k{SideSql.Text(i)}"));

        // Both sides are read once; the rows that lack a partner are looked for only when there are any.
        var counts = await queryLake(
            $"""
            SELECT coalesce(sum(m), 0), coalesce(sum(d), 0), coalesce(sum(d) FILTER (m = 0), 0), coalesce(sum(m) FILTER (d = 0), 0)
            FROM (SELECT count(m) AS m, count(d) AS d FROM (SELECT *, 1 AS m, NULL AS d FROM {model} UNION ALL SELECT *, NULL, 1 FROM {driving}) GROUP BY {list})
            """,
            cancellationToken).ConfigureAwait(false);
        var numbers = counts[0].Select(value => long.Parse(value!, CultureInfo.InvariantCulture)).ToList();
        var (absent, extra) = (numbers[2], numbers[3]);
        return new KeyVerification
        {
            Name = keys.Name,
            DrivingName = keys.DrivingName,
            ModelRows = numbers[0],
            DrivingRows = numbers[1],
            Dropped = keys.DroppedRows,
            Absent = absent,
            Extra = extra,
            AbsentKeys = absent > keys.DroppedRows ? await ReadAsync(driving, model).ConfigureAwait(false) : [],
            ExtraKeys = extra > 0 ? await ReadAsync(model, driving).ConfigureAwait(false) : [],
            Elapsed = Stopwatch.GetElapsedTime(start),
        };

        async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(string have, string lack)
        {
            var texts = string.Join(',', keys.ModelKey.Select((_, i) => $"a.k{SideSql.Text(i)}::VARCHAR"));
            var rows = await queryLake($"SELECT {texts} FROM {have} AS a ANTI JOIN {lack} AS b ON {same} ORDER BY ALL LIMIT {SideSql.Text(shown)}", cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(value => value ?? "NULL")])];
        }
    }

    private static string Columns(IReadOnlyList<string> names) =>
        string.Join(',', names.Select((name, i) => $"{DuckDbDatabase.QuoteName(name)} AS k{SideSql.Text(i)}"));
}
