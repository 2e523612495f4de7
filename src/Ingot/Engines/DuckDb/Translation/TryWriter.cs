using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>try_add and its siblings: an overflow or a zero divisor of the operation itself gives NULL; errors of its operands stay errors.</summary>
internal static class TryWriter
{
    public static string Write(ExpressionWriter writer, TypedCall call)
    {
        var inner = (TypedCall)call.Arguments[0];
        if (inner.Function == "parse_timestamp")
        {
            return DateTranslations.Parse(writer, inner, isTry: true);
        }

        var (left, right) = (writer.Write(inner.Arguments[0]), writer.Write(inner.Arguments[1]));
        var type = DuckDbTypes.InternalNameOf(inner.Type);
        switch (inner.Function, inner.Arguments[0].Type)
        {
            case ("+" or "-" or "*", IntegralType { Bits: <= 32 }):
                return $"TRY_CAST((CAST({left} AS BIGINT) {inner.Function} CAST({right} AS BIGINT)) AS {type})";
            case ("+" or "-" or "*", IntegralType):
                return $"TRY_CAST((CAST({left} AS HUGEINT) {inner.Function} CAST({right} AS HUGEINT)) AS {type})";
            case ("+" or "-" or "*", FloatingType):
                return $"({left} {inner.Function} {right})";
            case ("+" or "-", DayTimeIntervalType):
                return $"TRY_CAST((CAST({left} AS HUGEINT) {inner.Function} CAST({right} AS HUGEINT)) AS {type})";
            case ("/", FloatingType):
                return $"({left} / nullif({right}, 0))";
            default:
                throw ExpressionWriter.Refuse($"A function that tries '{inner.Function}' on {inner.Arguments[0].Type.Name}", call.Place);
        }
    }
}
