using System.Globalization;

namespace Ingot.Verification.Canonical;

/// <summary>
/// The hash of a row: the sum of its columns' CRC-32, each times a weight of its place, modulo a prime. A CRC-32 a column is cheaper on MySQL than one of all columns' text put together, and a value that
/// changes or changes places with its neighbour changes the hash unless their CRC-32 are equal.
/// </summary>
internal static class RowHash
{
    /// <summary>The largest prime below 2³²: a hash times another, plus one, fits 64 bits.</summary>
    public const uint Modulus = 4_294_967_291;

    /// <summary>The weight of a column's place: the sum over the most columns that a table can have fits 63 bits.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <returns>The weight.</returns>
    public static uint Weight(int index) => (2 * (uint)index) + 1;

    /// <summary>Writes the hash in the server's SQL.</summary>
    /// <param name="expressions">The canonical bytes of each column, never NULL; at least one.</param>
    /// <returns>The expression: an unsigned whole number below <see cref="Modulus"/>.</returns>
    public static string OnServer(IReadOnlyList<string> expressions) =>
        string.Create(CultureInfo.InvariantCulture, $"({Sum(expressions, 0, expressions.Count)}%{Modulus})");

    /// <summary>In balanced parentheses: a server refuses an expression that is as deep as a wide table has columns.</summary>
    private static string Sum(IReadOnlyList<string> expressions, int first, int end)
    {
        if (end - first == 1)
        {
            return string.Create(CultureInfo.InvariantCulture, $"CRC32({expressions[first]})*{Weight(first)}");
        }

        var middle = (first + end) / 2;
        return $"({Sum(expressions, first, middle)}+{Sum(expressions, middle, end)})";
    }
}
