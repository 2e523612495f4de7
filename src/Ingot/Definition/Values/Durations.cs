using System.Globalization;

namespace Ingot.Definition.Values;

/// <summary>Durations as definitions write them: <c>7 days</c>.</summary>
internal static class Durations
{
    private static readonly Dictionary<string, TimeSpan> Units = new()
    {
        ["second"] = TimeSpan.FromSeconds(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
        ["week"] = TimeSpan.FromDays(7),
    };

    /// <summary>The units, to say in a message.</summary>
    public const string UnitNames = "seconds, minutes, hours, days or weeks";

    /// <summary>Reads a number and a unit in singular or plural.</summary>
    public static TimeSpan? TryParse(string text)
    {
        if (Quantity.TrySplit(text) is not var (number, unit))
        {
            return null;
        }

        var singular = unit.EndsWith('s') ? unit[..^1] : unit;
        if (!Units.TryGetValue(singular, out var length))
        {
            return null;
        }

        var ticks = number * length.Ticks;
        return ticks <= TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
    }

    /// <summary>Writes a duration in its largest whole unit.</summary>
    public static string Format(TimeSpan duration)
    {
        foreach (var (unit, length) in Units.Reverse().Where(entry => entry.Key != "week"))
        {
            if (duration.Ticks % length.Ticks == 0)
            {
                var count = duration.Ticks / length.Ticks;
                return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds} seconds");
    }
}
