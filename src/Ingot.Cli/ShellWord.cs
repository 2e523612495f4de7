using System.Buffers;

namespace Ingot.Cli;

/// <summary>Writes a text as one word of a shell.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:@%+,=");

    /// <summary>Quotes a text when it needs it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The word.</returns>
    public static string Quote(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
