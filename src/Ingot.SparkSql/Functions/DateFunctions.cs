using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Functions of dates and times.</summary>
internal static class DateFunctions
{
    private static readonly string[] DateFields = ["year", "quarter", "month", "dayofmonth", "dayofyear", "dayofweek", "weekday", "weekofyear"];

    private static readonly Dictionary<string, string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["YEAR"] = "year",
        ["Y"] = "year",
        ["YEARS"] = "year",
        ["YR"] = "year",
        ["YRS"] = "year",
        ["YEAROFWEEK"] = "yearofweek",
        ["QUARTER"] = "quarter",
        ["QTR"] = "quarter",
        ["MONTH"] = "month",
        ["MON"] = "month",
        ["MONS"] = "month",
        ["MONTHS"] = "month",
        ["WEEK"] = "weekofyear",
        ["W"] = "weekofyear",
        ["WEEKS"] = "weekofyear",
        ["DAY"] = "dayofmonth",
        ["D"] = "dayofmonth",
        ["DAYS"] = "dayofmonth",
        ["DAYOFWEEK"] = "dayofweek",
        ["DOW"] = "dayofweek",
        ["DAYOFWEEK_ISO"] = "dayofweek_iso",
        ["DOW_ISO"] = "dayofweek_iso",
        ["DOY"] = "dayofyear",
        ["HOUR"] = "hour",
        ["H"] = "hour",
        ["HOURS"] = "hour",
        ["HR"] = "hour",
        ["HRS"] = "hour",
        ["MINUTE"] = "minute",
        ["M"] = "minute",
        ["MIN"] = "minute",
        ["MINS"] = "minute",
        ["MINUTES"] = "minute",
        ["SECOND"] = "second_fraction",
        ["S"] = "second_fraction",
        ["SEC"] = "second_fraction",
        ["SECONDS"] = "second_fraction",
        ["SECS"] = "second_fraction",
    };

    public static IEnumerable<SparkFunction> All =>
    [
        .. DateFields.Select(name => SparkFunction.Read(Scalar, name, "date", Results.Int)),
        .. new[] { "hour", "minute", "second" }.Select(name => SparkFunction.Read(Scalar, name, "anytimestamp", Results.Int)),
        SparkFunction.Read(Scalar, "date_part", "string, any", Results.Int) with { Replace = Part },
        SparkFunction.Read(Scalar, "date_add", "date, int|smallint|tinyint", Results.Date) with { Prepare = IntCount },
        SparkFunction.Read(Scalar, "date_sub", "date, int|smallint|tinyint", Results.Date) with { Prepare = IntCount },
        SparkFunction.Read(Scalar, "datediff", "date, date", Results.Int),
        SparkFunction.Read(Scalar, "add_months", "date, int", Results.Date),
        SparkFunction.Read(Scalar, "months_between", "timestamp, timestamp, boolean?", Results.Double),
        SparkFunction.Read(Scalar, "last_day", "date", Results.Date),
        SparkFunction.Read(Scalar, "next_day", "date, string", Results.Date),
        SparkFunction.Read(Scalar, "trunc", "date, string", Results.Date) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "date_trunc", "string, timestamp|timestamp_ntz", Results.Second) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "to_date", "any, string?", Results.Date) with { Replace = ToDate },
        SparkFunction.Read(Scalar, "to_timestamp", "any, string?", Results.Timestamp) with { Replace = (arguments, place) => ToTimestamp(arguments, place, SparkType.Timestamp) },
        SparkFunction.Read(Scalar, "to_timestamp_ltz", "any, string?", Results.Timestamp) with { Replace = (arguments, place) => ToTimestamp(arguments, place, SparkType.Timestamp) },
        SparkFunction.Read(Scalar, "to_timestamp_ntz", "any, string?", Results.Timestamp) with { Replace = (arguments, place) => ToTimestamp(arguments, place, SparkType.TimestampNtz) },
        SparkFunction.Read(Scalar, "parse_timestamp", "string, string", Results.Timestamp),
        SparkFunction.Read(Scalar, "try_to_timestamp", "string|date|timestamp|timestamp_ntz, string?", Results.Timestamp) with { Replace = TryToTimestamp },
        SparkFunction.Read(Scalar, "date_format", "timestamp|timestamp_ntz, string", Results.String) with { Nulls = NullRule.Maybe, Prepare = ToInstant },
        SparkFunction.Read(Scalar, "from_unixtime", "bigint, string?", Results.String),
        SparkFunction.Read(Scalar, "unix_timestamp", "string|date|timestamp|timestamp_ntz, string?", Results.Long) with { Replace = UnixTimestamp },
        SparkFunction.Read(Scalar, "to_unix_timestamp", "string|date|timestamp|timestamp_ntz, string?", Results.Long) with { Replace = UnixTimestamp },
        SparkFunction.Read(Scalar, "make_date", "int, int, int", Results.Date),
        SparkFunction.Read(Scalar, "make_timestamp", "int, int, int, int, int, decimal(16,6), string?", Results.Timestamp),
        SparkFunction.Read(Scalar, "make_timestamp_ltz", "int, int, int, int, int, decimal(16,6), string?", Results.Timestamp),
        SparkFunction.Read(Scalar, "make_timestamp_ntz", "int, int, int, int, int, decimal(16,6)", _ => SparkType.TimestampNtz),
        SparkFunction.Read(Scalar, "unix_date", "date", Results.Int),
        SparkFunction.Read(Scalar, "date_from_unix_date", "int", Results.Date),
        SparkFunction.Read(Scalar, "timestamp_seconds", "numeric", Results.Timestamp),
        SparkFunction.Read(Scalar, "timestamp_millis", "integral", Results.Timestamp),
        SparkFunction.Read(Scalar, "timestamp_micros", "integral", Results.Timestamp),
        SparkFunction.Read(Scalar, "unix_seconds", "timestamp", Results.Long),
        SparkFunction.Read(Scalar, "unix_millis", "timestamp", Results.Long),
        SparkFunction.Read(Scalar, "unix_micros", "timestamp", Results.Long),
        SparkFunction.Read(Scalar, "from_utc_timestamp", "timestamp, string", Results.Timestamp),
        SparkFunction.Read(Scalar, "to_utc_timestamp", "timestamp, string", Results.Timestamp),
        SparkFunction.Read(Scalar, "convert_timezone", "string, string, timestamp_ntz", _ => SparkType.TimestampNtz),
        SparkFunction.Read(Scalar, "timestampadd", "string, int, timestamp|timestamp_ntz", arguments => arguments[2].Type) with { Prepare = (arguments, _) => arguments },
        SparkFunction.Read(Scalar, "timestampdiff", "string, timestamp, timestamp", Results.Long),
        SparkFunction.Read(Scalar, "make_dt_interval", "int?, int?, int?, decimal(18,6)?", _ => new DayTimeIntervalType(IntervalUnit.Day, IntervalUnit.Second)),
        SparkFunction.Read(Scalar, "make_ym_interval", "int?, int?", _ => new YearMonthIntervalType(IntervalUnit.Year, IntervalUnit.Month)),
        SparkFunction.Read(Scalar, "current_date", "", Results.Date),
        SparkFunction.Read(Scalar, "current_timestamp", "", Results.Timestamp),
        SparkFunction.Read(Scalar, "current_timezone", "", Results.String),
    ];

    private static IReadOnlyList<TypedExpression> IntCount(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments is [_, { Type: not (IntegralType { Bits: <= 32 } or StringType or VoidType) } number]
            ? throw new SparkSqlException($"A number of days must be int, smallint or tinyint, but is {number.Type.Name}.", number.Place)
            : arguments is [{ Type: TimestampType } time, var count] ? [Coercion.Cast(time, SparkType.Date), count] : arguments;

    private static IReadOnlyList<TypedExpression> ToInstant(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments is [{ Type: not TimestampType } value, var format] && Coercion.ToParameter(value, ParameterType.Parse("timestamp")) is { } instant ? [instant, format] : arguments;

    private static TypedExpression Part(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (Results.Constant(arguments[0], "The field") is not string field)
        {
            return Make.Null(SparkType.Double, place);
        }

        var source = arguments[1];
        if (source.Type is YearMonthIntervalType or DayTimeIntervalType)
        {
            return IntervalPart(field, source, place);
        }

        if (!Parts.TryGetValue(field, out var name))
        {
            throw new SparkSqlException($"There is no field '{field}' in a date or time.{Nearest.Sentence(field, Parts.Keys)}", arguments[0].Place);
        }

        if (source.Type is not (DateType or TimestampType or StringType or VoidType))
        {
            throw new SparkSqlException($"A field of {source.Type.Name} cannot be taken.", source.Place);
        }

        if (name is "hour" or "minute" or "second_fraction")
        {
            var time = source.Type is TimestampType ? source : Coercion.Cast(source, SparkType.Timestamp);
            return Make.Call(name, place, name == "second_fraction" ? SparkType.Decimal(8, 6) : SparkType.Int, time);
        }

        return Make.Call(name, place, SparkType.Int, Coercion.Cast(source, SparkType.Date));
    }

    private static TypedExpression IntervalPart(string field, TypedExpression source, Place place)
    {
        var name = Parts.GetValueOrDefault(field, "");
        return (source.Type, name) switch
        {
            (YearMonthIntervalType, "year") => Make.Call("interval_years", place, SparkType.Int, source),
            (YearMonthIntervalType, "month") => Make.Call("interval_months", place, SparkType.Byte, source),
            (DayTimeIntervalType, "dayofmonth") => Make.Call("interval_days", place, SparkType.Int, source),
            (DayTimeIntervalType, "hour") => Make.Call("interval_hours", place, SparkType.Byte, source),
            (DayTimeIntervalType, "minute") => Make.Call("interval_minutes", place, SparkType.Byte, source),
            (DayTimeIntervalType, "second_fraction") => Make.Call("interval_seconds", place, SparkType.Decimal(8, 6), source),
            _ => throw new SparkSqlException($"There is no field '{field}' in {source.Type.Name}.", place),
        };
    }

    private static TypedExpression ToDate(IReadOnlyList<TypedExpression> arguments, Place place) => arguments.Count == 1 || arguments[0].Type is not StringType
        ? CastTo(arguments[0], SparkType.Date, place)
        : Coercion.Cast(Parse(arguments, SparkType.Timestamp, place), SparkType.Date);

    private static TypedExpression ToTimestamp(IReadOnlyList<TypedExpression> arguments, Place place, SparkType type) => arguments.Count == 1 || arguments[0].Type is not StringType
        ? CastTo(arguments[0], type, place)
        : Parse(arguments, type, place);

    private static TypedCall Parse(IReadOnlyList<TypedExpression> arguments, SparkType type, Place place) =>
        new(place, "parse_timestamp", arguments, type, arguments.Any(argument => argument.Nullable));

    private static TypedExpression CastTo(TypedExpression value, SparkType type, Place place) =>
        value.Type == type ? value
            : TypeRules.CanCast(value.Type, type) ? new TypedCast(place, value, type, Try: false)
            : throw new SparkSqlException($"A value of type {value.Type.Name} cannot be cast to {type.Name}.", place);

    private static TypedExpression TryToTimestamp(IReadOnlyList<TypedExpression> arguments, Place place) => ToTimestamp(arguments, place, SparkType.Timestamp) switch
    {
        TypedCast cast => cast with { Try = true },
        TypedCall call => new TypedCall(place, "try", [call], call.Type, true),
        var value => value,
    };

    private static TypedExpression UnixTimestamp(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        var instant = arguments[0].Type is StringType
            ? Parse(arguments.Count == 2 ? arguments : [arguments[0], Make.Text("yyyy-MM-dd HH:mm:ss", place)], SparkType.Timestamp, place)
            : Coercion.Cast(arguments[0], SparkType.Timestamp);
        return Make.Call("unix_seconds", place, SparkType.Long, instant);
    }
}
