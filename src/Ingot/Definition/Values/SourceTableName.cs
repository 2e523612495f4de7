using System.Text;

namespace Ingot.Definition.Values;

/// <summary>The name of a table in the source: <c>schema.table</c>, with back-ticks around a part that has a dot or a back-tick.</summary>
internal readonly record struct SourceTableName(string Schema, string Table)
{
    private const int LongestPart = 64;

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, when it is not a name.</param>
    public static SourceTableName? TryParse(string text, out string problem)
    {
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();
        problem = "";
        while (true)
        {
            var part = ReadPart(ref rest, out problem);
            if (part is null)
            {
                return null;
            }

            parts.Add(part);
            if (rest.IsEmpty)
            {
                break;
            }

            rest = rest[1..];
        }

        if (parts.Count != 2)
        {
            problem = parts.Count == 1 ? "it has no schema" : $"it has {parts.Count} parts";
            return null;
        }

        if (parts[1] == "*" && !text.AsSpan().TrimEnd().EndsWith("`"))
        {
            problem = "`*` does not stand for all tables; a table of that name stands in back-ticks";
            return null;
        }

        return new SourceTableName(parts[0], parts[1]);
    }

    private static string? ReadPart(ref ReadOnlySpan<char> rest, out string problem)
    {
        problem = "";
        string part;
        if (rest is ['`', ..])
        {
            var quoted = ReadQuoted(ref rest);
            if (quoted is null)
            {
                problem = "a back-tick is not closed";
                return null;
            }

            part = quoted;
            if (rest is [not '.', ..])
            {
                problem = "after a closing back-tick comes a dot or the end";
                return null;
            }
        }
        else
        {
            var end = rest.IndexOfAny('.', '`');
            if (end >= 0 && rest[end] == '`')
            {
                problem = "a back-tick stands inside a part";
                return null;
            }

            part = (end < 0 ? rest : rest[..end]).Trim().ToString();
            rest = end < 0 ? [] : rest[end..];
        }

        if (part.Length is 0 or > LongestPart)
        {
            problem = part.Length == 0 ? "a part is empty" : $"a part is longer than MySQL's {LongestPart} characters";
            return null;
        }

        return part;
    }

    private static string? ReadQuoted(ref ReadOnlySpan<char> rest)
    {
        var part = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] != '`')
            {
                part.Append(rest[i]);
            }
            else if (i + 1 < rest.Length && rest[i + 1] == '`')
            {
                part.Append('`');
                i++;
            }
            else
            {
                rest = rest[(i + 1)..];
                return part.ToString();
            }
        }

        return null;
    }
}
