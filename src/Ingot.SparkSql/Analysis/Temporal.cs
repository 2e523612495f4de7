using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Arithmetic of dates, times and intervals.</summary>
internal static class Temporal
{
    private static readonly DayTimeIntervalType DayToSecond = new(IntervalUnit.Day, IntervalUnit.Second);
    private static readonly DayTimeIntervalType Days = new(IntervalUnit.Day, IntervalUnit.Day);
    private static readonly YearMonthIntervalType YearToMonth = new(IntervalUnit.Year, IntervalUnit.Month);

    /// <summary>The call for the operands, or null when they are no dates, times or intervals.</summary>
    public static TypedExpression? TryArithmetic(string symbol, TypedExpression left, TypedExpression right, Place place) => symbol switch
    {
        "+" => Add(left, right, place),
        "-" => Subtract(left, right, place),
        "*" when IsInterval(left.Type) => Scale("interval_multiply", left, right, place),
        "*" when IsInterval(right.Type) => Scale("interval_multiply", right, left, place),
        "/" when IsInterval(left.Type) => Scale("interval_divide", left, right, place),
        _ => null,
    };

    private static bool IsInterval(SparkType type) => type is YearMonthIntervalType or DayTimeIntervalType;

    private static bool IsTime(SparkType type) => type is DateType or TimestampType;

    private static TypedExpression? Add(TypedExpression left, TypedExpression right, Place place)
    {
        if (IsInterval(left.Type) && IsInterval(right.Type))
        {
            return Intervals("+", left, right, place);
        }

        if (IsInterval(left.Type) || (IsTime(right.Type) && !IsTime(left.Type) && !IsInterval(right.Type)))
        {
            (left, right) = (right, left);
        }

        if (IsInterval(right.Type))
        {
            return AddInterval(left, right, place, negate: false);
        }

        return left.Type is DateType && !IsTime(right.Type) ? AddDays("date_add", left, right, place) : null;
    }

    private static TypedExpression? Subtract(TypedExpression left, TypedExpression right, Place place)
    {
        if (IsInterval(left.Type) && IsInterval(right.Type))
        {
            return Intervals("-", left, right, place);
        }

        if (IsInterval(right.Type))
        {
            return AddInterval(left, right, place, negate: true);
        }

        if (left.Type is TimestampType || right.Type is TimestampType)
        {
            var zoned = left.Type is TimestampType { WithTimeZone: false } && right.Type is TimestampType { WithTimeZone: false } ? SparkType.TimestampNtz : SparkType.Timestamp;
            if (!(IsTime(left.Type) || left.Type is StringType or VoidType) || !(IsTime(right.Type) || right.Type is StringType or VoidType))
            {
                return null;
            }

            return Call("timestamp_minus", Coercion.Cast(left, zoned), Coercion.Cast(right, zoned), DayToSecond, place);
        }

        if (left.Type is DateType && right.Type is not (DateType or StringType))
        {
            return AddDays("date_sub", left, right, place);
        }

        if (right.Type is DateType || left.Type is DateType)
        {
            return (IsTime(left.Type) || left.Type is StringType or VoidType) && (IsTime(right.Type) || right.Type is StringType or VoidType)
                ? Call("date_minus", Coercion.Cast(left, SparkType.Date), Coercion.Cast(right, SparkType.Date), Days, place)
                : null;
        }

        return null;
    }

    private static TypedCall AddDays(string function, TypedExpression date, TypedExpression days, Place place)
    {
        var count = days.Type is IntegralType { Bits: <= 32 } or VoidType ? days
            : throw new SparkSqlException($"A date takes a number of days, but this is {days.Type.Name}.", days.Place);
        return Call(function, date, Coercion.Cast(count, SparkType.Int), SparkType.Date, place);
    }

    private static TypedExpression? AddInterval(TypedExpression left, TypedExpression interval, Place place, bool negate)
    {
        var amount = negate ? Operators.Negate(interval, interval.Place) : interval;
        if (left.Type is StringType)
        {
            return AddInterval(Coercion.Cast(left, SparkType.Timestamp), interval, place, negate) is { } moved ? Coercion.Cast(moved, SparkType.String) : null;
        }

        return (left.Type, interval.Type) switch
        {
            (DateType, DayTimeIntervalType { First: IntervalUnit.Day, Last: IntervalUnit.Day }) => Call("date_add_interval_days", left, amount, SparkType.Date, place),
            (DateType, DayTimeIntervalType) => Call("timestamp_add_micros", Coercion.Cast(left, SparkType.Timestamp), amount, SparkType.Timestamp, place),
            (DateType, YearMonthIntervalType) => Call("date_add_interval_months", left, amount, SparkType.Date, place),
            (TimestampType, DayTimeIntervalType) => Call("timestamp_add_micros", left, amount, left.Type, place),
            (TimestampType, YearMonthIntervalType) => Call("timestamp_add_months", left, amount, left.Type, place),
            (VoidType, _) => new TypedLiteral(place, interval.Type, null),
            _ => null,
        };
    }

    private static TypedExpression? Intervals(string symbol, TypedExpression left, TypedExpression right, Place place) =>
        TypeRules.Tightest(left.Type, right.Type) is { } common
            ? Call(symbol, Coercion.Cast(left, common), Coercion.Cast(right, common), common, place)
            : null;

    private static TypedCall? Scale(string function, TypedExpression interval, TypedExpression number, Place place)
    {
        if (number.Type is StringType or VoidType)
        {
            number = Coercion.Cast(number, SparkType.Double);
        }

        return number.Type is NumericType
            ? Call(function, interval, number, interval.Type is YearMonthIntervalType ? YearToMonth : DayToSecond, place)
            : null;
    }

    private static TypedCall Call(string function, TypedExpression left, TypedExpression right, SparkType type, Place place) =>
        new(place, function, [left, right], type, left.Nullable || right.Nullable);
}
