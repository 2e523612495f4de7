using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Numeric literals: digits, point, exponent and the suffixes L S Y F D BD.</summary>
internal static class NumberReader
{
    /// <summary>The length of the literal at the start of a text; 0 when what stands there is a name such as <c>1a</c>.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = Digits(text);
        var hasPoint = false;
        if (length < text.Length && text[length] == '.')
        {
            hasPoint = true;
            length += 1 + Digits(text[(length + 1)..]);
        }

        var beforeExponent = length;
        var hasExponent = false;
        if (length < text.Length && text[length] is 'e' or 'E')
        {
            var sign = length + 1 < text.Length && text[length + 1] is '+' or '-' ? 1 : 0;
            var exponent = length + 1 + sign <= text.Length ? Digits(text[(length + 1 + sign)..]) : 0;
            if (exponent > 0)
            {
                hasExponent = true;
                length += 1 + sign + exponent;
            }
        }

        var suffix = text[length..] switch
        {
            ['B' or 'b', 'D' or 'd', ..] => 2,
            ['L' or 'l' or 'S' or 's' or 'Y' or 'y', ..] when !hasPoint && !hasExponent => 1,
            ['F' or 'f' or 'D' or 'd', ..] => 1,
            _ => 0,
        };
        var end = length + suffix;
        if (EndsWord(text, end))
        {
            return end;
        }

        // "1.5a": Spark reads the number alone only when no word character follows; digits without a point begin a name.
        return hasPoint && EndsWord(text, beforeExponent) ? beforeExponent : 0;
    }

    /// <summary>The value of a literal, negative when a minus stands before it.</summary>
    public static LiteralExpression Read(string text, Place place, bool negative = false)
    {
        var upper = text.ToUpperInvariant();
        var sign = negative ? "-" : "";
        if (upper.EndsWith("BD", StringComparison.Ordinal))
        {
            return ReadDecimal(sign + upper[..^2], place);
        }

        var body = upper[..^1];
        return upper[^1] switch
        {
            'L' => ReadWhole(sign + body, SparkType.Long, place),
            'S' => ReadWhole(sign + body, SparkType.Short, place),
            'Y' => ReadWhole(sign + body, SparkType.Byte, place),
            'F' => ReadFloat(sign + body, place),
            'D' => ReadDouble(sign + body, place),
            _ when upper.Contains('E', StringComparison.Ordinal) => ReadDouble(sign + upper, place),
            _ when upper.Contains('.', StringComparison.Ordinal) => ReadDecimal(sign + upper, place),
            _ => ReadInteger(sign + upper, place),
        };
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int end) => end >= text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_');

    private static LiteralExpression ReadInteger(string text, Place place)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
        {
            return new LiteralExpression(place, SparkType.Int, (long)small);
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
            ? new LiteralExpression(place, SparkType.Long, large)
            : ReadDecimal(text, place);
    }

    private static LiteralExpression ReadWhole(string text, SparkType type, Place place)
    {
        var bits = ((IntegralType)type).Bits;
        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= -BigInteger.Pow(2, bits - 1) && value < BigInteger.Pow(2, bits - 1)
            ? new LiteralExpression(place, type, (long)value)
            : throw new SparkSqlException($"The number {text} is outside of {type.Name}.", place);
    }

    private static LiteralExpression ReadDecimal(string text, Place place)
    {
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            throw new SparkSqlException($"The number {text} is outside of decimal.", place);
        }

        var digits = exponentAt < 0 ? text : text[..exponentAt];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = (point < 0 ? 0 : digits.Length - point - 1) - exponent;
        if (digits.Length > 1000 || Math.Abs((long)scale) > 1000
            || !BigInteger.TryParse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw new SparkSqlException($"The number {text} is outside of decimal.", place);
        }

        if (scale < 0)
        {
            value *= BigInteger.Pow(10, -scale);
            scale = 0;
        }

        var precision = Math.Max(BigInteger.Abs(value).IsZero ? 1 : BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length, scale);
        return precision <= DecimalType.MaxPrecision
            ? new LiteralExpression(place, SparkType.Decimal(precision, scale), value)
            : throw new SparkSqlException($"The number {text} has more than {DecimalType.MaxPrecision} digits.", place);
    }

    private static LiteralExpression ReadFloat(string text, Place place) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? new LiteralExpression(place, SparkType.Float, (double)value)
            : throw new SparkSqlException($"The number {text} is outside of float.", place);

    private static LiteralExpression ReadDouble(string text, Place place) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new LiteralExpression(place, SparkType.Double, value)
            : throw new SparkSqlException($"The number {text} is outside of double.", place);
}
