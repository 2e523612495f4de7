using System.Text.Unicode;

namespace Ingot.Scaffolding.Profiling;

/// <summary>Tells text that was encoded in UTF-8 twice: <c>Ã¤</c> for <c>ä</c>. Pure.</summary>
internal static class DoubleEncoding
{
    // What MySQL's latin1 (Windows-1252) has at 0x80 to 0x9F; the five places that it leaves free stand for themselves.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Whether all characters are of latin1, and their bytes in it are UTF-8. A value that was cut may end within a character.</summary>
    /// <param name="text">A text with a character beyond ASCII.</param>
    /// <returns>Whether it is likely that a client stored UTF-8 as latin1.</returns>
    public static bool IsLikely(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= '\u00FF')
            {
                bytes[i] = (byte)text[i];
            }
            else if (Windows1252.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var place)
            {
                bytes[i] = (byte)(0x80 + place);
            }
            else
            {
                return false;
            }
        }

        for (var length = bytes.Length; length > Math.Max(0, bytes.Length - 4); length--)
        {
            if (IsUtf8(bytes.AsSpan(0, length)))
            {
                return bytes.AsSpan(0, length).ContainsAnyInRange((byte)0x80, (byte)0xFF) && (length == bytes.Length || text.Length == ColumnProfiler.LongestRead);
            }
        }

        return false;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);
}
