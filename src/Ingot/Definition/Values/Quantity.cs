using System.Buffers;
using System.Globalization;

namespace Ingot.Definition.Values;

/// <summary>A number with a unit after it.</summary>
internal static class Quantity
{
    private const int LongestNumber = 12;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Splits <c>1.5 GB</c> into the number and the unit. No sign, no exponent.</summary>
    public static (decimal Number, string Unit)? TrySplit(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var length = trimmed.IndexOfAnyExcept(Digits);
        if (length is <= 0 or > LongestNumber || !decimal.TryParse(trimmed[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return (number, trimmed[length..].Trim().ToString());
    }
}
