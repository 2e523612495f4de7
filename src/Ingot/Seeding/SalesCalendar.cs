namespace Ingot.Seeding;

/// <summary>
/// The fixed calendar of the shop: it sold from 2022 to 2024, more each year, most in November and December, little on Sundays and at night.
/// No clock of this machine is read.
/// </summary>
internal static class SalesCalendar
{
    private const double YearlyGrowth = 0.18;
    private const double BlackFriday = 2.6;
    private const double Holiday = 0.2;

    private static readonly double[] MonthWeights = [0.80, 0.78, 0.92, 0.97, 1.02, 1.00, 0.93, 0.90, 1.00, 1.05, 1.35, 1.75];
    private static readonly double[] WeekdayWeights = [0.75, 0.95, 0.90, 0.95, 1.00, 1.20, 1.25];
    private static readonly double[] HourWeights =
        [0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.6, 1.0, 1.4, 1.6, 1.7, 1.8, 1.5, 1.4, 1.5, 1.6, 1.7, 1.9, 2.1, 2.2, 1.8, 1.1, 0.5];

    private static readonly double[] DaysSoFar = SumUp(Enumerable.Range(0, (End - Start).Days).Select(day => Weight(Start.AddDays(day))));
    private static readonly double[] HoursSoFar = SumUp(HourWeights);

    /// <summary>The first moment of business.</summary>
    public static DateTime Start => new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The moment at which the seeded data ends and changes begin.</summary>
    public static DateTime End => new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The time at which a share of all sales has been made.</summary>
    /// <param name="share">From 0 to 1, without 1.</param>
    public static DateTime AtShare(double share)
    {
        var (day, restOfDay) = Find(DaysSoFar, share);
        var (hour, restOfHour) = Find(HoursSoFar, restOfDay);
        // Whole microseconds: what a DATETIME(6) keeps.
        return Start.AddDays(day).AddHours(hour).AddMicroseconds(Math.Floor(restOfHour * 3_600_000_000));
    }

    /// <summary>The share of the sales that is made before a day.</summary>
    public static double ShareBefore(DateTime day)
    {
        var index = Math.Clamp((int)(day - Start).TotalDays, 0, DaysSoFar.Length);
        return index == 0 ? 0 : DaysSoFar[index - 1] / DaysSoFar[^1];
    }

    private static (int Index, double Remainder) Find(double[] soFar, double share)
    {
        var target = share * soFar[^1];
        var index = Array.BinarySearch(soFar, target);
        index = Math.Min(index >= 0 ? index + 1 : ~index, soFar.Length - 1);
        var before = index == 0 ? 0 : soFar[index - 1];
        return (index, Math.Clamp((target - before) / (soFar[index] - before), 0, 0.999999999));
    }

    private static double[] SumUp(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private static double Weight(DateTime day)
    {
        var growth = 1 + (YearlyGrowth * (day.Year - Start.Year));
        var weight = growth * MonthWeights[day.Month - 1] * WeekdayWeights[(int)day.DayOfWeek];
        return day switch
        {
            { Month: 11, DayOfWeek: DayOfWeek.Friday, Day: >= 23 and <= 29 } => weight * BlackFriday,
            { Month: 12, Day: 25 } or { Month: 1, Day: 1 } => weight * Holiday,
            _ => weight,
        };
    }
}
