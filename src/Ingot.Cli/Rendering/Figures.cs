using System.Globalization;

namespace Ingot.Cli.Rendering;

/// <summary>Writes figures as people read them, the same in every culture.</summary>
internal static class Figures
{
    private static readonly string[] ByteUnits = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>A count with separators: <c>1,234,567</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 table</c>, <c>6 tables</c>.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A size in units of 1000: <c>12.3 MB</c>.</summary>
    public static string Bytes(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        while (Math.Abs(value) >= 999.5 && unit < ByteUnits.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        var format = unit == 0 || value >= 99.95 ? "0" : "0.0";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    /// <summary>A time: <c>45 ms</c>, <c>1.23 s</c>, <c>2 m 05 s</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        if (seconds < 0.9995)
        {
            return $"{Math.Round(duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)} ms";
        }

        if (seconds < 59.95)
        {
            return $"{seconds.ToString(seconds < 9.995 ? "0.00" : "0.0", CultureInfo.InvariantCulture)} s";
        }

        var whole = (long)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60} m {whole % 60:00} s");
    }

    /// <summary>A rate: <c>1.2 M rows/s</c>.</summary>
    public static string Rate(double rowsPerSecond) => rowsPerSecond switch
    {
        >= 999_500 => $"{(rowsPerSecond / 1_000_000).ToString("0.0", CultureInfo.InvariantCulture)} M rows/s",
        >= 9_950 => $"{(rowsPerSecond / 1_000).ToString("0", CultureInfo.InvariantCulture)} k rows/s",
        _ => $"{rowsPerSecond.ToString("0", CultureInfo.InvariantCulture)} rows/s",
    };
}
