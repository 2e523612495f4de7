namespace Ingot.SparkSql.Syntax;

/// <summary>The value of a calendar interval.</summary>
/// <param name="Months">Months.</param>
/// <param name="Days">Days.</param>
/// <param name="Microseconds">Microseconds.</param>
public readonly record struct IntervalValue(int Months, int Days, long Microseconds);
