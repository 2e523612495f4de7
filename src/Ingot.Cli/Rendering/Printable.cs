namespace Ingot.Cli.Rendering;

/// <summary>Names of a source on a terminal: they may hold line ends and marks that turn the direction of writing.</summary>
internal static class Printable
{
    /// <summary>Replaces what would break a line or turn it around.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in one line, each such character as <c>?</c>.</returns>
    public static string Of(string text) => text.Any(IsUnprintable)
        ? string.Concat(text.Select(character => IsUnprintable(character) ? '?' : character))
        : text;

    private static bool IsUnprintable(char character) => char.IsControl(character) || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029';
}
