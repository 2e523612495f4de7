using System.Globalization;
using System.Text;
using Ingot.SparkSql;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes names, texts and comments in Spark SQL.</summary>
internal static class SparkText
{
    private const int LongestComment = 240;

    /// <summary>A name, in back-ticks where it needs them.</summary>
    public static string Name(string name) => SqlName.Write(name);

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var character in text)
        {
            _ = character switch
            {
                '\'' or '\\' => literal.Append('\\').Append(character),
                _ when char.IsControl(character) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => literal.Append(character),
            };
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>A text for the rest of a line after <c>--</c>: one line, and no backslash at its end, which would make the next line part of it.</summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder();
        foreach (var character in text)
        {
            var isBlank = char.IsControl(character) || char.IsWhiteSpace(character) || character is '\uFEFF' or '\u2028' or '\u2029';
            if (!isBlank)
            {
                comment.Append(character);
            }
            else if (comment.Length > 0 && comment[^1] != ' ')
            {
                comment.Append(' ');
            }
        }

        var line = comment.ToString().Trim();
        if (line.Length > LongestComment)
        {
            var end = char.IsHighSurrogate(line[LongestComment - 1]) ? LongestComment - 1 : LongestComment;
            line = line[..end] + "…";
        }

        return line.EndsWith('\\') ? line + " ." : line;
    }
}
