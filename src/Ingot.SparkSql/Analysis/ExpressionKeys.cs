using System.Globalization;
using System.Text;

namespace Ingot.SparkSql.Analysis;

/// <summary>Texts that are equal when typed expressions compute the same from the same columns.</summary>
internal static class ExpressionKeys
{
    private static readonly HashSet<string> Commutative = ["+", "*", "&", "|", "^", "=", "<=>", "and", "or"];

    public static string Of(TypedExpression expression)
    {
        var key = new StringBuilder();
        Write(key, expression);
        return key.ToString();
    }

    private static void Write(StringBuilder key, TypedExpression expression)
    {
        switch (expression)
        {
            case TypedColumn column:
                key.Append(CultureInfo.InvariantCulture, $"#{column.Attribute.Id}");
                return;
            case TypedLiteral { Value: byte[] bytes }:
                key.Append(CultureInfo.InvariantCulture, $"{expression.Type}X'{Convert.ToHexString(bytes)}'");
                return;
            case TypedLiteral literal:
                key.Append(CultureInfo.InvariantCulture, $"{literal.Type}'{literal.Value ?? "\0null"}'");
                return;
            case TypedLambdaVariable variable:
                key.Append(variable.Name);
                return;
            case TypedCall { Function: ">" or ">=", Arguments: [var greater, var less] } comparison:
                key.Append(comparison.Function == ">" ? "<(" : "<=(");
                Write(key, less);
                key.Append(',');
                Write(key, greater);
                key.Append(",)");
                return;
            case TypedCall { Arguments: [var one, var other] } call when Commutative.Contains(call.Function):
                // As in Spark, a + b and b + a are the same.
                key.Append(call.Function).Append('(').AppendJoin(',', new[] { Of(one), Of(other) }.Order(StringComparer.Ordinal)).Append(",)");
                return;
            case TypedCall call:
                key.Append(call.Function);
                break;
            case TypedCast cast:
                key.Append(cast.Try ? "try_cast:" : "cast:").Append(cast.Type);
                break;
            case TypedCase choice:
                key.Append(choice.Else is null ? "case" : "case else");
                break;
            case TypedAggregate aggregate:
                key.Append(CultureInfo.InvariantCulture, $"{aggregate.Function} {aggregate.Distinct} {aggregate.IgnoreNulls} {aggregate.Filter is not null} {aggregate.Arguments.Count}");
                key.AppendJoin(' ', aggregate.Order.Select(item => $"{item.Descending}{item.NullsFirst}"));
                break;
            case TypedWindow window:
                key.Append(CultureInfo.InvariantCulture, $"over {window.PartitionBy.Count} {window.Frame}");
                key.AppendJoin(' ', window.OrderBy.Select(item => $"{item.Descending}{item.NullsFirst}"));
                break;
            default:
                key.Append(expression.GetType().Name);
                if (ExpressionMapper.PlanOf(expression) is { } plan)
                {
                    key.Append(CultureInfo.InvariantCulture, $"@{System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(plan)}");
                }

                break;
        }

        key.Append('(');
        foreach (var child in expression.Children)
        {
            Write(key, child);
            key.Append(',');
        }

        key.Append(')');
    }
}
