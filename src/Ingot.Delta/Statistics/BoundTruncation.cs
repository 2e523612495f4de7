using System.Text;

namespace Ingot.Delta.Statistics;

/// <summary>Cuts text bounds to 32 characters so that they stay bounds in the order of UTF-8 bytes.</summary>
internal static class BoundTruncation
{
    public const int Length = 32;

    /// <summary>How far a greatest value may be kept longer in search of a character that something is greater than.</summary>
    private const int MaxLength = 2 * Length;

    private const int AsciiMax = 0x7F;
    private const int UnicodeMax = 0x10FFFF;

    /// <summary>A prefix is never greater than the text.</summary>
    public static string Min(string text) => Prefix(text, Length) is { } prefix ? prefix : text;

    /// <summary>The prefix with a last character that is greater than what follows it in the text; null when there is none near.</summary>
    public static string? TryMax(string text)
    {
        if (Prefix(text, Length) is null)
        {
            return text;
        }

        var index = 0;
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count > MaxLength)
            {
                return null;
            }

            if (count >= Length && rune.Value < UnicodeMax)
            {
                return text[..index] + new Rune(rune.Value < AsciiMax ? AsciiMax : UnicodeMax);
            }

            index += rune.Utf16SequenceLength;
            count++;
        }

        return text;
    }

    /// <summary>The first characters of a text; null when it has no more.</summary>
    private static string? Prefix(string text, int characters)
    {
        if (text.Length <= characters)
        {
            return null;
        }

        var index = 0;
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count++ == characters)
            {
                return text[..index];
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }
}
