using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes values in YAML, also within a comment of SQL: no value opens or closes one.</summary>
internal static partial class YamlText
{
    private static readonly HashSet<string> Words = new("true false yes no on off null y n".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>A text as a value or key, in quotes where it needs them.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) && !Words.Contains(text) ? text : Quoted(text);

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    /// <summary>A text for the rest of a line after <c>#</c>.</summary>
    public static string Comment(string text) => SparkText.Comment(text).Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isCommentMark = (character == '/' && i > 0 && text[i - 1] == '*') || (character == '*' && i > 0 && text[i - 1] == '/');
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                _ when isCommentMark || char.IsControl(character) => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:X2}"),
                '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*(?:[ .-][A-Za-z0-9_]+)*$")]
    private static partial Regex Plain();
}
