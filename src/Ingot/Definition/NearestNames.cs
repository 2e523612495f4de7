namespace Ingot.Definition;

/// <summary>Finds the names that a user may have meant.</summary>
public static class NearestNames
{
    private const int LongestCompared = 64;
    private const int ShortestContained = 3;

    /// <summary>The candidates nearest to a name: by edit distance without regard to case (a swap of neighbours counts once, a candidate that contains the name is near), then by name.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <param name="candidates">The names that are.</param>
    /// <param name="count">How many at most. Default 3.</param>
    /// <returns>The nearest first; all candidates when there are fewer than <paramref name="count"/>.</returns>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> candidates, int count = 3)
    {
        var wanted = Fold(name);
        return [.. candidates
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (Name: candidate, Distance: Distance(wanted, Fold(candidate))))
            .OrderBy(entry => entry.Distance)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(entry => entry.Name)];
    }

    /// <summary>A sentence that lists the nearest names, to end a message or be its next step.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <param name="candidates">The names that are.</param>
    /// <returns><c>The nearest are 'a', 'b' and 'c'.</c>, or an empty string without candidates.</returns>
    public static string Sentence(string name, IEnumerable<string> candidates)
    {
        var nearest = Find(name, candidates).Select(candidate => $"'{candidate}'").ToList();
        return nearest.Count switch
        {
            0 => "",
            1 => $"The nearest is {nearest[0]}.",
            _ => $"The nearest are {string.Join(", ", nearest[..^1])} and {nearest[^1]}.",
        };
    }

    private static string Fold(string name) => (name.Length <= LongestCompared ? name : name[..LongestCompared]).ToLowerInvariant();

    // Optimal string alignment distance, three rows. What contains the name is as far as two edits at most: sales_items for items.
    private static int Distance(string left, string right)
    {
        var contains = left.Length >= ShortestContained && right.Contains(left, StringComparison.Ordinal);
        Span<int> beforePrevious = stackalloc int[LongestCompared + 1];
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            var oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }

        return contains ? Math.Min(2, previous[right.Length]) : previous[right.Length];
    }
}
