namespace Ingot.SparkSql;

/// <summary>The names nearest to an unknown one.</summary>
internal static class Nearest
{
    /// <summary>A sentence with the nearest three names, with a blank before it, or an empty text.</summary>
    public static string Sentence(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(item => item.distance).ThenBy(item => item.candidate, StringComparer.Ordinal)
            .Take(3).Select(item => item.candidate).ToList();
        return nearest.Count == 0 ? "" : $" Nearest: {string.Join(", ", nearest)}.";
    }

    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
