using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.Engines.DuckDb.Translation.FunctionTranslations;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Functions of dates, times and intervals. Instants are TIMESTAMP in UTC; intervals are months or microseconds.</summary>
internal static class DateTranslations
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["YEAR"] = "year",
        ["YYYY"] = "year",
        ["YY"] = "year",
        ["QUARTER"] = "quarter",
        ["MONTH"] = "month",
        ["MON"] = "month",
        ["MM"] = "month",
        ["WEEK"] = "week",
        ["DAY"] = "day",
        ["DD"] = "day",
        ["HOUR"] = "hour",
        ["MINUTE"] = "minute",
        ["SECOND"] = "second",
        ["MILLISECOND"] = "millisecond",
        ["MICROSECOND"] = "microsecond",
    };

    private static readonly Dictionary<string, int> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MO"] = 1,
        ["MON"] = 1,
        ["MONDAY"] = 1,
        ["TU"] = 2,
        ["TUE"] = 2,
        ["TUESDAY"] = 2,
        ["WE"] = 3,
        ["WED"] = 3,
        ["WEDNESDAY"] = 3,
        ["TH"] = 4,
        ["THU"] = 4,
        ["THURSDAY"] = 4,
        ["FR"] = 5,
        ["FRI"] = 5,
        ["FRIDAY"] = 5,
        ["SA"] = 6,
        ["SAT"] = 6,
        ["SATURDAY"] = 6,
        ["SU"] = 7,
        ["SUN"] = 7,
        ["SUNDAY"] = 7,
    };

    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        ("year", Typed("year({0})")),
        ("quarter", Typed("quarter({0})")),
        ("month", Typed("month({0})")),
        ("dayofmonth", Typed("day({0})")),
        ("dayofyear", Typed("dayofyear({0})")),
        ("dayofweek", Typed("dayofweek({0}) + 1")),
        ("dayofweek_iso", Typed("isodow({0})")),
        ("weekday", Typed("isodow({0}) - 1")),
        ("weekofyear", Typed("weekofyear({0})")),
        ("yearofweek", Typed("isoyear({0})")),
        ("hour", Typed("hour({0})")),
        ("minute", Typed("minute({0})")),
        ("second", Typed("second({0})")),
        ("second_fraction", Template("CAST(CAST(spark_pmod(epoch_us({0}), 60000000) AS DECIMAL(18,0)) * CAST('0.000001' AS DECIMAL(6,6)) AS DECIMAL(8,6))")),
        ("interval_years", Typed("{0} // 12")),
        ("interval_months", Typed("{0} % 12")),
        ("interval_days", Typed("{0} // 86400000000")),
        ("interval_hours", Typed("({0} % 86400000000) // 3600000000")),
        ("interval_minutes", Typed("({0} % 3600000000) // 60000000")),
        ("interval_seconds", Template("CAST(CAST({0} % 60000000 AS DECIMAL(18,0)) * CAST('0.000001' AS DECIMAL(6,6)) AS DECIMAL(8,6))")),
        ("date_add", Template("({0} + {1})")),
        ("date_sub", Template("({0} - {1})")),
        ("date_minus", Template("(({0} - {1}) * 86400000000)")),
        ("datediff", Typed("{0} - {1}")),
        ("timestamp_minus", Template("(epoch_us({0}) - epoch_us({1}))")),
        ("date_add_interval_days", Template("({0} + CAST({1} // 86400000000 AS INTEGER))")),
        ("date_add_interval_months", Template("CAST({0} + to_months({1}) AS DATE)")),
        ("timestamp_add_micros", Template("make_timestamp(epoch_us({0}) + {1})")),
        ("timestamp_add_months", Template("({0} + to_months({1}))")),
        ("interval_multiply", IntervalBy("({0} * CAST({1} AS {2}))")),
        ("interval_divide", IntervalBy("CAST(spark_divide(CAST({0} AS HUGEINT), CAST(spark_nonzero({1}) AS HUGEINT)) AS {2})")),
        ("add_months", Template("CAST({0} + to_months({1}) AS DATE)")),
        ("months_between", (writer, call) => call.Arguments.Count == 2 ? Template("spark_months_between({0}, {1}, true)")(writer, call) : Template("spark_months_between({0}, {1}, {2})")(writer, call)),
        ("last_day", Template("last_day({0})")),
        ("next_day", NextDay),
        ("trunc", (writer, call) => Constants.Text(call.Arguments[1], "A unit of trunc") is { } unit && Units.TryGetValue(unit, out var name) && name is "year" or "quarter" or "month" or "week"
            ? $"CAST(date_trunc('{Units[Constants.Text(call.Arguments[1], "")!]}', {writer.Write(call.Arguments[0])}) AS DATE)"
            : "CAST(NULL AS DATE)"),
        ("date_trunc", (writer, call) => Constants.Text(call.Arguments[0], "A unit of date_trunc") is { } unit && Units.TryGetValue(unit, out var name)
            ? $"date_trunc('{name}', {writer.Write(call.Arguments[1])})"
            : "CAST(NULL AS TIMESTAMP)"),
        ("date_format", (writer, call) => DatePatterns.Format(writer.Write(call.Arguments[0]), Constants.Text(call.Arguments[1], "A pattern of date_format"), call.Arguments[1].Place)),
        ("from_unixtime", (writer, call) => DatePatterns.Format(
            $"make_timestamp({writer.Write(call.Arguments[0])} * 1000000)", call.Arguments.Count == 2 ? Constants.Text(call.Arguments[1], "A pattern of from_unixtime") : "yyyy-MM-dd HH:mm:ss", call.Place)),
        ("parse_timestamp", (writer, call) => Parse(writer, call, isTry: false)),
        ("make_date", Template("make_date({0}, {1}, {2})")),
        ("make_timestamp", MakeTimestamp),
        ("make_timestamp_ltz", MakeTimestamp),
        ("make_timestamp_ntz", MakeTimestamp),
        ("unix_date", Template("CAST({0} - DATE '1970-01-01' AS INTEGER)")),
        ("date_from_unix_date", Template("(DATE '1970-01-01' + {0})")),
        ("timestamp_seconds", (writer, call) => call.Arguments[0].Type is IntegralType ? Template("make_timestamp(CAST({0} AS BIGINT) * 1000000)")(writer, call) : throw ExpressionWriter.Refuse("timestamp_seconds of a fraction", call.Place)),
        ("timestamp_millis", Template("make_timestamp(CAST({0} AS BIGINT) * 1000)")),
        ("timestamp_micros", Template("make_timestamp(CAST({0} AS BIGINT))")),
        ("unix_seconds", Template("spark_seconds({0})")),
        ("unix_millis", Template("spark_floor_divide(epoch_us({0}), 1000)")),
        ("unix_micros", Template("epoch_us({0})")),
    ];

    /// <summary>Reads a text by a constant pattern: what does not match is an error, or NULL when it tries.</summary>
    public static string Parse(ExpressionWriter writer, TypedCall call, bool isTry)
    {
        var pattern = Constants.Text(call.Arguments[1], "A pattern");
        if (pattern is null)
        {
            return "CAST(NULL AS TIMESTAMP)";
        }

        var text = writer.Write(call.Arguments[0]);
        var parsed = DatePatterns.Parse(text, pattern, call.Arguments[1].Place);
        if (isTry)
        {
            // Where Spark's old parser would have read the text, Spark 3.5 raises an error instead of giving NULL.
            throw ExpressionWriter.Refuse("try_to_timestamp with a pattern", call.Place);
        }

        return CastWriter.OrError(parsed, text, $"[CANNOT_PARSE_TIMESTAMP] A text does not match the pattern {pattern}");
    }

    private static Translation IntervalBy(string template) => (writer, call) => call.Arguments[1].Type is IntegralType
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, template, writer.Write(call.Arguments[0]), writer.Write(call.Arguments[1]), DuckDbTypes.InternalNameOf(call.Type))
        : throw ExpressionWriter.Refuse("An interval times or by a number that is not whole", call.Place);

    private static string NextDay(ExpressionWriter writer, TypedCall call)
    {
        var name = Constants.Text(call.Arguments[1], "A day of next_day");
        if (name is null)
        {
            return "CAST(NULL AS DATE)";
        }

        return Days.TryGetValue(name.Trim(), out var day)
            ? $"({writer.Write(call.Arguments[0])} + CAST(({day} - isodow({writer.Write(call.Arguments[0])}) + 6) % 7 + 1 AS INTEGER))"
            : throw new Ingot.SparkSql.SparkSqlException($"'{name}' is not a day of the week.", call.Arguments[1].Place);
    }

    private static string MakeTimestamp(ExpressionWriter writer, TypedCall call) => call.Arguments.Count == 6
        ? Template("spark_make_timestamp({0}, {1}, {2}, {3}, {4}, {5})")(writer, call)
        : throw ExpressionWriter.Refuse("make_timestamp with a time zone", call.Place);
}
