using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Ingot.Definition;
using Ingot.MySql;

namespace Ingot.Replication.Decoding;

/// <summary>DATE to days, DATETIME and TIMESTAMP to microseconds, both since 1970, in the proleptic Gregorian calendar. Zero and impossible dates follow the policy.</summary>
internal sealed unsafe class DateDecoder : ColumnDecoder
{
    private const long MicrosecondsADay = 86_400_000_000;
    private static readonly byte[] DaysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    private readonly bool _hasTime;
    private readonly ZeroDatePolicy _policy;
    private readonly ZeroDateCounter _counter;

    /// <summary>Makes a decoder.</summary>
    /// <param name="hasTime">Whether the vector holds microseconds instead of days.</param>
    /// <param name="policy">What becomes of zero and impossible dates.</param>
    /// <param name="counter">Counts those that became null.</param>
    public DateDecoder(bool hasTime, ZeroDatePolicy policy, ZeroDateCounter counter)
    {
        _hasTime = hasTime;
        _policy = policy;
        _counter = counter;
    }

    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        // "ProtocolBinary::MYSQL_TYPE_DATE" and the like: length 0 (all zero), 4 (a day), 7 (with a time), 11 (with microseconds).
        var length = row[offset];
        var value = row.Slice(offset + 1, length);
        var next = offset + 1 + length;
        if (length < 4)
        {
            SetZero(index);
            return next;
        }

        int year = BinaryPrimitives.ReadUInt16LittleEndian(value);
        int month = value[2];
        int day = value[3];
        if (month is 0 or > 12 || day == 0 || day > DaysOfMonth[month - 1] + (month == 2 && IsLeap(year) ? 1 : 0))
        {
            SetZero(index);
            return next;
        }

        var days = DaysSince1970(year, month, day);
        if (!_hasTime)
        {
            Unsafe.WriteUnaligned(Values + ((nint)index * sizeof(int)), days);
            return next;
        }

        var microseconds = days * MicrosecondsADay;
        if (length >= 7)
        {
            microseconds += ((((value[4] * 60L) + value[5]) * 60L) + value[6]) * 1_000_000L;
            if (length >= 11)
            {
                microseconds += BinaryPrimitives.ReadUInt32LittleEndian(value[7..]);
            }
        }

        Unsafe.WriteUnaligned(Values + ((nint)index * sizeof(long)), microseconds);
        return next;
    }

    /// <summary>Counts the days from 1970-01-01; the algorithm counts years from March, so that the leap day is the last ("days_from_civil" of Howard Hinnant's date algorithms).</summary>
    /// <param name="year">The year, 0 to 9999.</param>
    /// <param name="month">The month.</param>
    /// <param name="day">The day.</param>
    /// <returns>The days.</returns>
    internal static int DaysSince1970(int year, int month, int day)
    {
        // 400 years more, so that no number is negative.
        var y = year + 400 - (month <= 2 ? 1 : 0);
        var era = y / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468 - 146_097;
    }

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private void SetZero(int index)
    {
        if (_policy == ZeroDatePolicy.Fail)
        {
            throw new MySqlSourceException(
                MySqlErrorCodes.Value,
                $"Column {Column} holds a zero or impossible date, such as 0000-00-00.",
                "Correct the value, or write zero_dates: null in ingot.yaml: such dates become null and are counted.");
        }

        _counter.Add();
        SetNull(index);
    }
}
