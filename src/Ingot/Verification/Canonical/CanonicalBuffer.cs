using System.Buffers.Text;
using System.Diagnostics;
using System.Numerics;
using System.Security.Cryptography;

namespace Ingot.Verification.Canonical;

/// <summary>
/// The canonical bytes of a row while it is written: the fields in order, each as the server writes it as text, with a byte between that occurs in none.
/// Not thread-safe; it is used again for the next row.
/// </summary>
internal sealed class CanonicalBuffer
{
    /// <summary>Stands between two fields. Never part of a field: text is UTF-8, which has no such byte, and bytes are written in hex.</summary>
    public const byte Separator = 0xFF;

    /// <summary>Stands for NULL. Never part of a field, for the same reason.</summary>
    public const byte Null = 0xFE;

    private const int MaxNumberLength = 64;
    private const long MicrosecondsPerSecond = 1_000_000;
    private const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;
    private const int RecentDates = 1024;
    private const int DateLength = 10;
    private static readonly ulong[] PowersOfTen = [.. Enumerable.Range(0, 20).Select(exponent => (ulong)BigInteger.Pow(10, exponent))];

    // The calendar costs more than all else of a time, and a table has few different dates.
    private readonly long[] _recentDays = CreateRecentDays();
    private readonly byte[] _recentTexts = new byte[RecentDates * DateLength];
    private byte[] _bytes = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void WriteByte(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void WriteHex(ReadOnlySpan<byte> bytes)
    {
        Reserve(2 * bytes.Length);
        foreach (var value in bytes)
        {
            _bytes[_length++] = HexDigit(value >> 4);
            _bytes[_length++] = HexDigit(value & 0xF);
        }
    }

    /// <summary>Writes the CRC-32 of bytes as a decimal number, as CRC32() does.</summary>
    public void WriteCrc32(ReadOnlySpan<byte> bytes) => WriteNumber(Crc32.Compute(bytes));

    /// <summary>Writes the first half of the SHA-256 of bytes in lower-case hex, as LEFT(SHA2(…, 256), 32) does.</summary>
    public void WriteSha2(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        Reserve(SHA256.HashSizeInBytes);
        foreach (var value in digest[..(SHA256.HashSizeInBytes / 2)])
        {
            _bytes[_length++] = LowerHexDigit(value >> 4);
            _bytes[_length++] = LowerHexDigit(value & 0xF);
        }
    }

    public void WriteNumber(long value)
    {
        Reserve(MaxNumberLength);
        var fits = Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        Debug.Assert(fits);
        _length += written;
    }

    public void WriteNumber(ulong value)
    {
        Reserve(MaxNumberLength);
        var fits = Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        Debug.Assert(fits);
        _length += written;
    }

    /// <summary>Writes a decimal with all digits of its scale, as the server does.</summary>
    public void WriteDecimal(Int128 unscaled, int scale)
    {
        Reserve(MaxNumberLength);
        if (unscaled < 0)
        {
            _bytes[_length++] = (byte)'-';
        }

        var magnitude = (UInt128)(unscaled < 0 ? -unscaled : unscaled);
        if (magnitude <= ulong.MaxValue && scale < PowersOfTen.Length)
        {
            WriteShortDecimal((ulong)magnitude, scale);
            return;
        }

        Span<byte> digits = stackalloc byte[MaxNumberLength];
        var first = digits.Length;
        while (magnitude > ulong.MaxValue)
        {
            (magnitude, var digit) = UInt128.DivRem(magnitude, 10);
            digits[--first] = (byte)('0' + (int)digit);
        }

        for (var rest = (ulong)magnitude; rest != 0;)
        {
            (rest, var digit) = Math.DivRem(rest, 10);
            digits[--first] = (byte)('0' + digit);
        }

        while (digits.Length - first <= scale)
        {
            digits[--first] = (byte)'0';
        }

        WriteRaw(digits[first..^scale]);
        if (scale > 0)
        {
            WriteByte((byte)'.');
            WriteRaw(digits[^scale..]);
        }
    }

    /// <summary>Writes a double as the server does in a number of characters.</summary>
    public void WriteDouble(double value, int width)
    {
        Reserve(MySqlDouble.MaxLength);
        _length += MySqlDouble.Format(value, _bytes.AsSpan(_length), width);
    }

    /// <summary>Writes days since 1970-01-01 as a date.</summary>
    public void WriteDate(long days)
    {
        Reserve(MaxNumberLength);
        var slot = (int)(days & (RecentDates - 1));
        var recent = _recentTexts.AsSpan(slot * DateLength, DateLength);
        if (_recentDays[slot] == days)
        {
            recent.CopyTo(_bytes.AsSpan(_length));
            _length += DateLength;
            return;
        }

        var start = _length;
        FormatDate(days);
        if (_length - start == DateLength)
        {
            _bytes.AsSpan(start, DateLength).CopyTo(recent);
            _recentDays[slot] = days;
        }
    }

    /// <summary>Writes microseconds since 1970-01-01 as a date and time with some digits of the second's fraction; with all six if the value has more than that.</summary>
    public void WriteTimestamp(long microseconds, int fractionDigits)
    {
        var (days, time) = Math.DivRem(microseconds, MicrosecondsPerDay);
        if (time < 0)
        {
            days--;
            time += MicrosecondsPerDay;
        }

        WriteDate(days);
        Reserve(MaxNumberLength);
        var (seconds, fraction) = Math.DivRem(time, MicrosecondsPerSecond);
        _bytes[_length++] = (byte)' ';
        WriteTwoDigits((int)(seconds / 3600));
        _bytes[_length++] = (byte)':';
        WriteTwoDigits((int)(seconds / 60 % 60));
        _bytes[_length++] = (byte)':';
        WriteTwoDigits((int)(seconds % 60));
        WriteFraction((int)fraction, fractionDigits);
    }

    private static long[] CreateRecentDays()
    {
        var days = new long[RecentDates];
        Array.Fill(days, long.MaxValue);
        return days;
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private static byte LowerHexDigit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);

    /// <summary>Howard Hinnant's days_from_civil, inverted: the proleptic Gregorian calendar, in which both sides reckon.</summary>
    private static (int Year, int Month, int Day) CivilFromDays(long days)
    {
        var shifted = days + 719_468;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = (int)(shifted - (era * 146_097));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1;
        var month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        var year = (int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0);
        return (year, month, day);
    }

    private void FormatDate(long days)
    {
        var (year, month, day) = CivilFromDays(days);
        if (year is >= 0 and <= 9999)
        {
            WriteTwoDigits(year / 100);
            WriteTwoDigits(year % 100);
        }
        else
        {
            WriteNumber((long)year);
        }

        _bytes[_length++] = (byte)'-';
        WriteTwoDigits(month);
        _bytes[_length++] = (byte)'-';
        WriteTwoDigits(day);
    }

    private void WriteShortDecimal(ulong magnitude, int scale)
    {
        var (whole, fraction) = Math.DivRem(magnitude, PowersOfTen[scale]);
        WriteNumber(whole);
        if (scale > 0)
        {
            Reserve(MaxNumberLength);
            _bytes[_length++] = (byte)'.';
            WriteDigits(fraction, scale);
        }
    }

    private void WriteDigits(ulong value, int digits)
    {
        for (var i = digits - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            _bytes[_length + i] = (byte)('0' + digit);
        }

        _length += digits;
    }

    private void WriteFraction(int microseconds, int digits)
    {
        var unit = digits switch { 0 => 1_000_000, 1 => 100_000, 2 => 10_000, 3 => 1000, 4 => 100, 5 => 10, _ => 1 };
        var (value, rest) = Math.DivRem(microseconds, unit);
        if (rest != 0)
        {
            (value, digits) = (microseconds, 6);
        }

        if (digits == 0)
        {
            return;
        }

        _bytes[_length++] = (byte)'.';
        WriteDigits((ulong)value, digits);
    }

    private void WriteTwoDigits(int value)
    {
        _bytes[_length] = (byte)('0' + (value / 10));
        _bytes[_length + 1] = (byte)('0' + (value % 10));
        _length += 2;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }
    }
}
