using System.Globalization;
using System.Text;

namespace Ingot.Diagrams;

/// <summary>Text in an SVG of a font whose signs are all equally wide.</summary>
internal static class SvgText
{
    /// <summary>The width of a sign at a size of the font: what the fonts that the drawings name have.</summary>
    public const double SignWidth = 0.605;

    /// <summary>How many signs wide a text is; signs of East Asia and pictures take two.</summary>
    public static int Cells(string text) => text.EnumerateRunes().Sum(Cells);

    /// <summary>The text in XML; what XML cannot hold shows as the sign for it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
                >= 0x7F and < 0xA0 or 0xFFFE or 0xFFFF => "\uFFFD",

                // A sign that turns the direction of the text would turn what stands beside it too.
                >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>The text cut to a width, with an ellipsis where something is cut.</summary>
    public static string Shorten(string text, int cells)
    {
        if (Cells(text) <= cells)
        {
            return text;
        }

        var shortened = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Cells(rune);
            if (used > cells)
            {
                break;
            }

            shortened.Append(rune.ToString());
        }

        return shortened.Append('…').ToString();
    }

    /// <summary>A length or place in the drawing, to a tenth.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static int Cells(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F300 ? 2 : 1,
    };
}
