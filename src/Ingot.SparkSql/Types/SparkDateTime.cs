using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingot.SparkSql.Types;

/// <summary>Dates and times as days and microseconds since 1970-01-01, in UTC.</summary>
internal static partial class SparkDateTime
{
    public const long MicrosPerDay = 86_400_000_000;

    private static readonly char[] Blanks = [.. Enumerable.Range(0, 33).Select(code => (char)code), '\u007F'];

    /// <summary>The days of a date as Spark's string to date cast reads it.</summary>
    public static bool TryParseDate(string text, out int days)
    {
        days = 0;
        var match = DatePattern().Match(text.Trim(Blanks));
        return match.Success && TryDays(match, out days);
    }

    /// <summary>The microseconds of a timestamp as Spark's cast reads it; a zone that is no offset, or a time without a date, is not read here.</summary>
    public static bool TryParseTimestamp(string text, out long micros, out bool hasZone)
    {
        micros = 0;
        hasZone = false;
        var match = TimestampPattern().Match(text.Trim(Blanks));
        if (!match.Success || !TryDays(match, out var days))
        {
            return false;
        }

        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(6, '0')[..6];
        micros = (days * MicrosPerDay) + ((((hour * 60L) + minute) * 60) + second) * 1_000_000L + long.Parse(fraction, CultureInfo.InvariantCulture);
        if (match.Groups["zone"].Success)
        {
            hasZone = true;
            if (!TryOffset(match, out var offset))
            {
                return false;
            }

            micros -= offset * 60_000_000L;
        }

        return true;
    }

    /// <summary>A date as Spark writes it.</summary>
    public static string FormatDate(long days)
    {
        var (year, month, day) = FromDays(days);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
    }

    /// <summary>A timestamp as Spark writes it: without a fraction when it is zero, without its last zeros.</summary>
    public static string FormatTimestamp(long micros)
    {
        var days = Math.DivRem(micros, MicrosPerDay, out var rest);
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + MicrosPerDay);
        }

        var seconds = Math.DivRem(rest, 1_000_000, out var fraction);
        var tail = fraction == 0 ? "" : "." + fraction.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{FormatDate(days)} {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{tail}");
    }

    /// <summary>Days since 1970-01-01 of a day of the proleptic Gregorian calendar; false when there is no such day.</summary>
    public static bool TryToDays(int year, int month, int day, out int days)
    {
        days = 0;
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month is < 1 or > 12 || day < 1 || day > (month == 2 ? (leap ? 29 : 28) : month is 4 or 6 or 9 or 11 ? 30 : 31))
        {
            return false;
        }

        // Days from civil: years begin in March, eras have 400 years.
        long shifted = month <= 2 ? year - 1 : year;
        var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        days = (int)((era * 146097) + dayOfEra - 719468);
        return true;
    }

    private static (long Year, int Month, int Day) FromDays(long days)
    {
        var shifted = days + 719468;
        var era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        var dayOfEra = shifted - (era * 146097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = (int)(((5 * dayOfYear) + 2) / 153);
        var day = (int)(dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1);
        var month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    private static bool TryDays(Match match, out int days)
    {
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 1;
        var year = Number("year") * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return TryToDays(year, Number("month"), Number("day"), out days);
    }

    private static bool TryOffset(Match match, out int minutes)
    {
        minutes = 0;
        if (!match.Groups["offsetHour"].Success)
        {
            return match.Groups["zone"].Value is "Z" or "UTC" or "GMT" or "UT";
        }

        var hour = int.Parse(match.Groups["offsetHour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["offsetMinute"].Success ? int.Parse(match.Groups["offsetMinute"].Value, CultureInfo.InvariantCulture) : 0;
        minutes = ((hour * 60) + minute) * (match.Groups["offsetSign"].Value == "-" ? -1 : 1);
        return hour <= 18 && minute <= 59 && Math.Abs(minutes) <= 18 * 60;
    }

    [GeneratedRegex(@"^(?<sign>[+-])?(?<year>\d{4,7})(-(?<month>\d{1,2})(-(?<day>\d{1,2})([ T].*)?)?)?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex DatePattern();

    [GeneratedRegex(
        @"^(?<sign>[+-])?(?<year>\d{4,6})(-(?<month>\d{1,2})(-(?<day>\d{1,2})([ T]((?<hour>\d{1,2}):(?<minute>\d{1,2})(:(?<second>\d{1,2})(\.(?<fraction>\d*))?)?"
        + @"\s*(?<zone>Z|((UTC|GMT|UT)?((?<offsetSign>[+-])(?<offsetHour>\d{1,2})(:(?<offsetMinute>\d{1,2}))?)|(UTC|GMT|UT)))?))?)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TimestampPattern();
}
