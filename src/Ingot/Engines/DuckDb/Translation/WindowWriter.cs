using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes window functions.</summary>
internal static class WindowWriter
{
    public static string Write(ExpressionWriter writer, TypedWindow window)
    {
        var function = (TypedAggregate)window.Function;
        var over = $" OVER ({Specification(writer, window)})";
        var arguments = function.Arguments.Select(writer.Write).ToList();
        var nulls = function.IgnoreNulls ? " IGNORE NULLS" : "";
        var filter = function.Filter is null ? "" : $" FILTER (WHERE {writer.Write(function.Filter)})";
        switch (function.Function)
        {
            case "row_number" or "dense_rank" or "rank":
                return $"CAST({function.Function}(){over} AS INTEGER)";
            case "percent_rank" or "cume_dist":
                return $"{function.Function}(){over}";
            case "ntile":
                return $"CAST(ntile({(arguments.Count == 0 ? "1" : arguments[0])}){over} AS INTEGER)";
            case "lead" or "lag":
                return $"{function.Function}({string.Join(", ", arguments)}{nulls}){over}";
            case "first" or "last" or "any_value" or "nth_value" when window.Frame is { Rows: false } frame && (frame.Start is not null || frame.End is not null):
                throw ExpressionWriter.Refuse($"'{function.Function}' over a RANGE frame with a distance, where rows that tie have no order,", function.Place);
            case "nth_value":
                return $"nth_value({string.Join(", ", arguments)}{nulls}){over}";
            case "first" or "last" or "any_value" when filter.Length == 0:
                return $"{(function.Function == "last" ? "last" : "first")}_value({arguments[0]}{nulls}){over}";
            case "any_value" or "collect_list" or "collect_set" or "mode":
                throw ExpressionWriter.Refuse($"'{function.Function}' over a window", function.Place);
            default:
                return AggregateWriter.Write(writer, function, over);
        }
    }

    private static string Specification(ExpressionWriter writer, TypedWindow window)
    {
        var parts = new List<string>();
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Select(writer.Write))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {string.Join(", ", window.OrderBy.Select(item => $"{writer.Write(item.Value)} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsFirst ? "FIRST" : "LAST")}"))}");
        }

        if (window.Frame is { } frame && ((TypedAggregate)window.Function).Function is not ("row_number" or "rank" or "dense_rank" or "percent_rank" or "cume_dist" or "ntile"))
        {
            var order = window.OrderBy.Count > 0 ? window.OrderBy[0].Value.Type : null;
            parts.Add($"{(frame.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(writer, frame, frame.StartKind, frame.Start, order)} AND {Bound(writer, frame, frame.EndKind, frame.End, order)}");
        }

        return string.Join(' ', parts);
    }

    private static string Bound(ExpressionWriter writer, TypedFrame frame, FrameBoundKind kind, TypedExpression? offset, SparkType? order)
    {
        switch (kind)
        {
            case FrameBoundKind.UnboundedPreceding:
                return "UNBOUNDED PRECEDING";
            case FrameBoundKind.UnboundedFollowing:
                return "UNBOUNDED FOLLOWING";
            case FrameBoundKind.CurrentRow:
                return "CURRENT ROW";
        }

        if (offset is TypedLiteral { Value: < 0L } or TypedCall { Function: "negative" })
        {
            throw ExpressionWriter.Refuse("A negative distance of a frame", offset.Place);
        }

        var value = writer.Write(offset!);
        var distance = (frame.Rows, order, offset!.Type) switch
        {
            (true, _, _) => value,
            (_, NumericType, _) => value,
            (_, DateType, IntegralType) => $"to_days(CAST({value} AS INTEGER))",
            (_, DateType or TimestampType, DayTimeIntervalType) => $"to_microseconds({value})",
            (_, DateType or TimestampType, YearMonthIntervalType) => $"to_months({value})",
            _ => throw ExpressionWriter.Refuse("This frame", offset.Place),
        };
        return $"{distance} {(kind == FrameBoundKind.Preceding ? "PRECEDING" : "FOLLOWING")}";
    }
}
