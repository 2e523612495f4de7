namespace Ingot.Scaffolding.Updating;

/// <summary>Adds entries to <c>columns</c> in the front matter of a model, without a change of any line.</summary>
internal static class FrontMatterColumns
{
    /// <summary>Adds entries.</summary>
    /// <param name="text">The text of the model.</param>
    /// <param name="entries">The lines of the entries, each indented by two spaces.</param>
    /// <returns>The text; null when it has no front matter as <c>ingot new</c> writes it.</returns>
    public static string? TryAdd(string text, IReadOnlyList<string> entries)
    {
        if (entries.Count == 0)
        {
            return text;
        }

        var lines = text.Split('\n').ToList();
        var end = lines.FindIndex(line => line.TrimEnd('\r') == "--- */");
        if (end < 0 || lines[0].TrimEnd('\r') != "/* ---")
        {
            return null;
        }

        var section = lines.FindIndex(0, end, line => line.TrimEnd('\r') == "columns:");
        var place = section >= 0
            ? lines.FindIndex(section + 1, line => !line.StartsWith(' '))
            : lines.FindIndex(line => line.TrimEnd('\r') is "expect:" or "--- */");
        lines.InsertRange(place, section >= 0 ? entries : ["columns:", .. entries]);
        return string.Join('\n', lines);
    }
}
