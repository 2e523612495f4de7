using System.Buffers.Text;
using System.Globalization;

namespace Ingot.Verification.Canonical;

/// <summary>
/// The text that MySQL and MariaDB give a DOUBLE: the shortest digits that read back as the same bits, in positional or exponent form by the rules of
/// <c>my_gcvt</c> (strings/dtoa.c) where it has room.
/// </summary>
internal static class MySqlDouble
{
    /// <summary>The longest text that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 64;

    /// <summary>The width that MariaDB and older MySQL give: enough for every double.</summary>
    public const int FullWidth = 331;

    /// <summary>The width that newer MySQL gives a column's value: enough for all digits, in exponent form.</summary>
    public const int ColumnWidth = 24;

    /// <summary>The width that newer MySQL gives a calculated value: sometimes one or two digits too few for a double, always enough for a float.</summary>
    public const int CalculatedWidth = 22;

    private const int MaxPointForPositional = 15;
    private const int MinPointForPositional = -14;

    /// <summary>Writes a double.</summary>
    /// <param name="value">The value.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="width">The most characters: <see cref="FullWidth"/>, <see cref="ColumnWidth"/> or <see cref="CalculatedWidth"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Format(double value, Span<byte> destination, int width)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var textLength, default, CultureInfo.InvariantCulture);
        var shortest = text[..textLength];
        if (!double.IsFinite(value))
        {
            shortest.CopyTo(destination);
            return shortest.Length;
        }

        var length = 0;
        if (shortest[0] == '-')
        {
            destination[length++] = (byte)'-';
            shortest = shortest[1..];
            width--;
        }

        Span<byte> digits = stackalloc byte[MaxLength];
        var count = ReadDigits(shortest, digits, out var point);
        if (count == 0)
        {
            destination[length++] = (byte)'0';
            return length;
        }

        var positionalLength = point <= 0 ? count - point + 2 : point < count ? count + 1 : point;
        if (positionalLength <= width && point >= MinPointForPositional && (point <= MaxPointForPositional || count > point))
        {
            return WritePositional(digits[..count], point, destination, length);
        }

        // "d.ddde-XXX": what is left for digits.
        var room = width - 1 - LengthOf(Math.Abs(point - 1)) - (point - 1 < 0 ? 1 : 0) - (count > 1 ? 1 : 0);
        if (count > room)
        {
            Math.Abs(value).TryFormat(text, out textLength, RoundTo(room), CultureInfo.InvariantCulture);
            count = ReadDigits(text[..textLength], digits, out point);
        }

        return WriteExponent(digits[..count], point, destination, length);

        static int LengthOf(int exponent) => exponent >= 100 ? 3 : exponent >= 10 ? 2 : 1;

        static string RoundTo(int digits) => digits switch { 15 => "E14", 16 => "E15", _ => "E16" };
    }

    /// <summary>Reads "0.012" or "1.23E+45" as its significant digits and the place of the point: 0.DIGITS × 10^point.</summary>
    private static int ReadDigits(ReadOnlySpan<byte> text, Span<byte> digits, out int point)
    {
        var exponent = 0;
        var mark = text.IndexOf((byte)'E');
        if (mark >= 0)
        {
            exponent = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var count = 0;
        point = exponent;
        var afterPoint = false;
        foreach (var character in text)
        {
            if (character == '.')
            {
                afterPoint = true;
                continue;
            }

            if (count > 0 || character != '0')
            {
                digits[count++] = character;
                point += afterPoint ? 0 : 1;
            }
            else if (afterPoint)
            {
                point--;
            }
        }

        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
        }

        return count;
    }

    private static int WritePositional(ReadOnlySpan<byte> digits, int point, Span<byte> destination, int length)
    {
        if (point <= 0)
        {
            "0."u8.CopyTo(destination[length..]);
            length += 2;
            destination.Slice(length, -point).Fill((byte)'0');
            length -= point;
            digits.CopyTo(destination[length..]);
            return length + digits.Length;
        }

        var whole = Math.Min(point, digits.Length);
        digits[..whole].CopyTo(destination[length..]);
        length += whole;
        destination.Slice(length, point - whole).Fill((byte)'0');
        length += point - whole;
        if (whole == digits.Length)
        {
            return length;
        }

        destination[length++] = (byte)'.';
        digits[whole..].CopyTo(destination[length..]);
        return length + digits.Length - whole;
    }

    private static int WriteExponent(ReadOnlySpan<byte> digits, int point, Span<byte> destination, int length)
    {
        destination[length++] = digits[0];
        if (digits.Length > 1)
        {
            destination[length++] = (byte)'.';
            digits[1..].CopyTo(destination[length..]);
            length += digits.Length - 1;
        }

        destination[length++] = (byte)'e';
        Utf8Formatter.TryFormat(point - 1, destination[length..], out var written);
        return length + written;
    }
}
