using System.Text.RegularExpressions;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Finds and reads the front matter of a model: YAML in a comment at the start of the file, from <c>/* ---</c> to <c>--- */</c>.</summary>
internal static partial class FrontMatter
{
    private const string NextStep = "Start the file with `/* ---`, then lines of YAML, then `--- */` on a line of its own.";

    /// <summary>Reads the front matter of a model file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">The file's name in places.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The keys; null when there is no front matter, it is empty, or it had an error.</returns>
    public static YamlMapping? Read(string text, string file, DefinitionErrorList errors)
    {
        var opening = Opening().Match(text);
        if (!opening.Success)
        {
            if (LateOpening().Match(text) is { Success: true } late)
            {
                errors.Add("INGOT1022", DefinitionText.PlaceAt(text, late.Groups[1].Index, file), "Front matter starts here, and something stands before it.", NextStep);
            }

            return null;
        }

        var start = opening.Index + opening.Length;
        var end = text.IndexOf("*/", start, StringComparison.Ordinal);
        var yaml = end < 0 ? "" : text[start..end];
        if (end < 0 || Closing().Match(yaml) is not { Success: true } closing)
        {
            var what = end < 0 ? "the comment does not end" : "the comment ends without `---` on its last line";
            errors.Add("INGOT1022", DefinitionText.PlaceAt(text, text.IndexOf("/*", StringComparison.Ordinal), file), $"Front matter starts here, and {what}.", NextStep);
            return null;
        }

        var linesBefore = text.AsSpan(0, start).Count('\n');
        var tree = YamlTree.Read(yaml[..closing.Index], file, linesBefore, errors);
        if (tree is not (null or YamlMapping))
        {
            errors.Add("INGOT1008", tree.Place, $"The front matter is {tree.Shape}; it is a mapping of keys.", "Write `key: value`, one a line, such as `kind: table`.");
        }

        return tree as YamlMapping;
    }

    [GeneratedRegex(@"^\s*/\*[ \t]*---[ \t]*\r?\n")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[ \t]*(/\*[ \t]*---)[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex LateOpening();

    [GeneratedRegex(@"(?<=^|\n)[ \t]*---\s*$")]
    private static partial Regex Closing();
}
