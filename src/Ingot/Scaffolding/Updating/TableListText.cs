using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Updating;

/// <summary>Adds entries to the list of tables in the text of <c>ingot.yaml</c>, without a change of any line.</summary>
internal static partial class TableListText
{
    /// <summary>Adds entries at the end of the list.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="entries">The lines of the entries, indented by two spaces.</param>
    /// <returns>The text; null when the list is not written an entry a line.</returns>
    public static string? TryAdd(string text, string entries)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.FindIndex(line => Key().IsMatch(line));
        if (start < 0)
        {
            return null;
        }

        var last = -1;
        string? indentation = null;
        for (var i = start + 1; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Trim().Length == 0 || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            if (line[0] is not (' ' or '-'))
            {
                break;
            }

            indentation ??= line[..(line.Length - line.TrimStart().Length)];
            last = i;
        }

        if (last < 0)
        {
            return null;
        }

        var ending = lines[start].EndsWith('\r') ? "\r" : "";
        lines.InsertRange(last + 1, entries.TrimEnd('\n').Split('\n').Select(line => indentation + line[2..] + ending));
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^tables:[ \t]*(#.*)?\r?$")]
    private static partial Regex Key();
}
