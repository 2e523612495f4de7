using System.Globalization;
using System.Text;

namespace Ingot.Diagrams;

/// <summary>
/// Names in the text of a Mermaid drawing. Mermaid has no escape that holds everywhere: its lexers differ by kind of drawing and by version, some words end a block wherever they stand, and labels pass
/// through Markdown and HTML. What is no plain word is written with entity codes (<c>#35;</c>), which all versions decode last.
/// </summary>
internal static class MermaidText
{
    /// <summary>The longest text of a drawing that Mermaid draws with its default settings, as GitHub has them: 50,000 characters, less some room.</summary>
    public const int MaximumLength = 49_000;

    /// <summary>The most edges of a flowchart that Mermaid draws with its default settings.</summary>
    public const int MaximumEdges = 500;

    // The words of the lexers of erDiagram and flowchart, in any case, and names that break the objects behind them.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "accDescr", "accTitle", "call", "class", "classDef", "click", "constructor", "default", "direction", "end", "erDiagram", "FK", "flowchart", "graph", "href", "interpolate", "linkStyle", "many",
        "one", "only", "optionally", "PK", "prototype", "style", "subgraph", "title", "to", "u", "UK", "zero", "__proto__",
    };

    /// <summary>Whether a name may stand as it is, as the name of an entity. An underscore at the start could begin Markdown's emphasis.</summary>
    public static bool IsWord(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && !Reserved.Contains(name);

    /// <summary>The nearest word to a name: what cannot stand in a word becomes an underscore.</summary>
    public static string ToWord(string name)
    {
        if (IsWord(name))
        {
            return name;
        }

        var word = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Letters beyond Latin-1's signs are part of a word in Mermaid too.
            word.Append(rune.IsBmp && (rune.Value < 0x80 ? char.IsAsciiLetterOrDigit((char)rune.Value) : rune.Value >= 0xC0 && Rune.IsLetter(rune)) ? (char)rune.Value : '_');
        }

        if (word.Length == 0 || char.IsAsciiDigit(word[0]))
        {
            word.Insert(0, '_');
        }

        return Reserved.Contains(word.ToString()) ? word.Append('_').ToString() : word.ToString();
    }

    /// <summary>A quoted label that shows the name as it is.</summary>
    public static string Label(string name)
    {
        // One rule of the lexers takes a whole line for an order when it holds "direction" and one of four words, quoted or not.
        var isOrder = name.Contains("direction", StringComparison.OrdinalIgnoreCase);
        var label = new StringBuilder("\"");
        var before = new Rune(' ');
        foreach (var rune in name.EnumerateRunes())
        {
            var isWithinWord = Rune.IsLetterOrDigit(before);
            before = rune;
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ',' || (rune.Value == '_' && isWithinWord) || (rune.Value == ' ' && !isOrder) || (rune.Value > 0x7F && rune.Value is not ('°' or '¶') && !Rune.IsControl(rune)))
            {
                label.Append(rune.ToString());
            }
            else if (Rune.IsControl(rune))
            {
                // A line end or a control sign in a name shows as the sign for it.
                label.Append(rune.Value < 0x20 ? (char)(0x2400 + rune.Value) : '\uFFFD');
            }
            else
            {
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return label.Append('"').ToString();
    }
}
