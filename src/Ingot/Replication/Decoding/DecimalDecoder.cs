using System.Numerics;
using System.Runtime.CompilerServices;
using Ingot.MySql;

namespace Ingot.Replication.Decoding;

/// <summary>A decimal, text on the wire, to a whole number of its last place.</summary>
/// <typeparam name="T">The vector's type: what DuckDB stores a decimal of this precision in.</typeparam>
internal sealed unsafe class DecimalDecoder<T> : ColumnDecoder
    where T : unmanaged, IBinaryInteger<T>
{
    // The digits that any 64-bit number can hold.
    private const int LongestShort = 18;
    private readonly int _scale;

    public DecimalDecoder(int scale) => _scale = scale;

    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        var text = TakeLengthEncoded(row, ref offset);
        Unsafe.WriteUnaligned(Values + ((nint)index * sizeof(T)), Parse(text));
        return offset;
    }

    private T Parse(ReadOnlySpan<byte> text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var digits = isNegative ? text[1..] : text;
        return digits.Length <= LongestShort + (_scale > 0 ? 1 : 0) ? T.CreateTruncating(ParseShort(digits, isNegative)) : ParseLong(digits, isNegative);
    }

    private long ParseShort(ReadOnlySpan<byte> digits, bool isNegative)
    {
        long value = 0;
        var place = -1;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (uint)(digits[i] - '0');
            if (digit <= 9)
            {
                value = (value * 10) + digit;
            }
            else if (digits[i] == '.' && place < 0)
            {
                place = i;
            }
            else
            {
                throw Wrong();
            }
        }

        var decimals = place < 0 ? 0 : digits.Length - place - 1;
        return decimals == _scale ? (isNegative ? -value : value) : throw Wrong();
    }

    private T ParseLong(ReadOnlySpan<byte> digits, bool isNegative)
    {
        Int128 value = 0;
        var ten = (Int128)10;
        var decimals = -1;
        foreach (var character in digits)
        {
            var digit = (uint)(character - '0');
            if (digit <= 9)
            {
                value = (value * ten) + digit;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (character == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                throw Wrong();
            }
        }

        return Math.Max(decimals, 0) == _scale ? T.CreateChecked(isNegative ? -value : value) : throw Wrong();
    }

    private MySqlSourceException Wrong() =>
        new(MySqlErrorCodes.Protocol, $"The server sent a decimal for column {Column} that is not one of scale {_scale}.", "Run the command again; if it stays, report it.");
}
