using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Updating;

/// <summary>What a model's text names.</summary>
internal static partial class CodeText
{
    /// <summary>Whether the SQL of a model names a column. Its front matter does not count, nor what stands after <c>--</c>.</summary>
    /// <param name="model">The text of the model.</param>
    /// <param name="column">The column.</param>
    public static bool Mentions(string model, string column)
    {
        var end = model.StartsWith("/* ---", StringComparison.Ordinal) ? model.IndexOf("--- */", StringComparison.Ordinal) : -1;
        return LineMentions(end < 0 ? model : model[(end + "--- */".Length)..], column);
    }

    /// <summary>Whether a line of a model, of its front matter too, names a column. What stands after <c>--</c> or <c>#</c> does not count.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    public static bool LineMentions(string line, string column) =>
        Regex.IsMatch(Remark().Replace(line, ""), $@"(?<!\w){Regex.Escape(column)}(?!\w)", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"(-- |(?<=\s)# |personal: \w+).*$", RegexOptions.Multiline)]
    private static partial Regex Remark();
}
