namespace Ingot.SparkSql.Types;

/// <summary>A unit of an interval type, from the largest.</summary>
public enum IntervalUnit
{
    /// <summary>Years.</summary>
    Year,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Seconds.</summary>
    Second,
}

internal static class IntervalUnits
{
    public static string TypeName(IntervalUnit first, IntervalUnit last) =>
        first == last ? $"interval {Word(first)}" : $"interval {Word(first)} to {Word(last)}";

    public static string Word(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Year => "year",
        IntervalUnit.Month => "month",
        IntervalUnit.Day => "day",
        IntervalUnit.Hour => "hour",
        IntervalUnit.Minute => "minute",
        _ => "second",
    };
}
