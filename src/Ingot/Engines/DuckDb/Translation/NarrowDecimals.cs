using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>
/// Computes sums, differences and products of decimals in 64 bit for rows whose columns are small enough, which a test of the columns proves;
/// the others keep 128 bit, which is many times slower. Both are exact.
/// </summary>
internal static class NarrowDecimals
{
    private const int MostDigits = 18;
    private const int LeastWholeDigits = 4;

    /// <summary>An expression with what it takes for rows of small values and for all; null when nothing is gained.</summary>
    /// <param name="writer">The writer of the parts.</param>
    /// <param name="root">The expression: a cast of arithmetic, or arithmetic, of a decimal type.</param>
    /// <param name="wide">The text that is right for all rows.</param>
    public static string? TryWrite(ExpressionWriter writer, TypedExpression root, string wide)
    {
        if (root.Type is not DecimalType target || MultiplicationsOf(root) < 1)
        {
            return null;
        }

        var leaves = new List<Leaf>();
        if (!Collect(root, leaves))
        {
            return null;
        }

        // The leaf with the most digits before its point gives one away until all fits.
        while (Node(writer, root, leaves) is not { MostRaw: <= MostDigits })
        {
            var largest = leaves.Where(leaf => !leaf.IsConstant).MaxBy(leaf => leaf.Digits - leaf.Scale);
            if (largest is null || largest.Digits - largest.Scale <= LeastWholeDigits)
            {
                return null;
            }

            largest.Digits--;
        }

        var guards = leaves.Where(leaf => leaf.Digits < leaf.Precision).ToList();
        var narrow = Node(writer, root, leaves)!;
        var fast = $"CAST({narrow.Sql} AS {DuckDbTypes.InternalNameOf(target)})";
        if (guards.Count == 0)
        {
            return fast;
        }

        var test = string.Join(" AND ", guards.Select(leaf =>
        {
            var bound = BigInteger.Pow(10, leaf.Digits - leaf.Scale) - 1;
            return string.Create(CultureInfo.InvariantCulture, $"{writer.Write(leaf.Source)} BETWEEN -{bound} AND {bound}");
        }).Distinct());
        return $"CASE WHEN {test} THEN {fast} ELSE {wide} END";
    }

    private static int MultiplicationsOf(TypedExpression expression) => ExpressionMapper.Parts(expression).Count(part => part is TypedCall { Function: "*", Type: DecimalType { Precision: > MostDigits } });

    private static bool IsArithmetic(TypedExpression expression) =>
        expression is TypedCall { Function: "+" or "-" or "*" or "/", Type: DecimalType } call && call.Arguments.All(argument => argument.Type is DecimalType);

    private static bool Collect(TypedExpression expression, List<Leaf> leaves)
    {
        switch (expression)
        {
            case TypedCall { Function: "/" } quotient when IsArithmetic(quotient):
                return ArithmeticWriter.PowerOfTen(quotient.Arguments[1], (DecimalType)quotient.Arguments[1].Type) is < 0 and > -10
                    && IsExact(quotient) && Collect(quotient.Arguments[0], leaves);
            case TypedCall call when IsArithmetic(call):
                return IsExact(call) && call.Arguments.All(argument => Collect(argument, leaves));
            case TypedCast { Try: false, Type: DecimalType, Operand: TypedCall operand } when IsArithmetic(operand):
                return Collect(operand, leaves);
            case TypedCast { Try: false, Type: DecimalType number, Operand: TypedLiteral { Value: long } or TypedColumn { Type: IntegralType } } cast when number.Scale == 0:
                leaves.Add(new Leaf(cast, cast.Operand, number, cast.Operand is TypedLiteral));
                return true;
            case TypedColumn { Type: DecimalType number } column:
                leaves.Add(new Leaf(column, column, number, false));
                return true;
            case TypedLiteral { Type: DecimalType number, Value: BigInteger } literal:
                leaves.Add(new Leaf(literal, literal, number, true));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the result type holds the result without rounding.</summary>
    private static bool IsExact(TypedCall call)
    {
        var (left, right, result) = ((DecimalType)call.Arguments[0].Type, (DecimalType)call.Arguments[1].Type, (DecimalType)call.Type);
        return call.Function switch
        {
            "*" => result.Scale == left.Scale + right.Scale,
            "/" => result.Scale >= left.Scale - ArithmeticWriter.PowerOfTen(call.Arguments[1], right)!.Value,
            _ => result.Scale == Math.Max(left.Scale, right.Scale),
        };
    }

    private static Narrow? Node(ExpressionWriter writer, TypedExpression expression, List<Leaf> leaves)
    {
        if (leaves.Find(leaf => ReferenceEquals(leaf.Expression, expression)) is { } found)
        {
            var type = DuckDbTypes.InternalNameOf(new DecimalType(found.Digits, found.Scale));
            return new Narrow($"CAST({writer.Write(found.Source)} AS {type})", found.Digits, found.Scale, found.Digits);
        }

        if (expression is TypedCast { Type: DecimalType to } cast)
        {
            if (Node(writer, cast.Operand, leaves) is not { } inner)
            {
                return null;
            }

            var raw = to.Scale < inner.Scale ? Math.Max(inner.Raw - (inner.Scale - to.Scale) + 1, to.Scale + 1) : inner.Raw + to.Scale - inner.Scale;
            return to.Precision <= MostDigits ? new Narrow($"CAST({inner.Sql} AS {DuckDbTypes.InternalNameOf(to)})", Math.Min(raw, to.Precision), to.Scale, Math.Max(inner.MostRaw, raw)) : null;
        }

        var call = (TypedCall)expression;
        if (Node(writer, call.Arguments[0], leaves) is not { } left)
        {
            return null;
        }

        if (call.Function == "/")
        {
            // x / 100 is x * 0.01, whose digits are the same ones.
            var places = -ArithmeticWriter.PowerOfTen(call.Arguments[1], (DecimalType)call.Arguments[1].Type)!.Value;
            return left.Scale + places <= MostDigits
                ? new Narrow($"({left.Sql} * CAST('0.{new string('0', places - 1)}1' AS DECIMAL({places},{places})))", Math.Max(left.Raw, left.Scale + places), left.Scale + places, left.MostRaw)
                : null;
        }

        if (Node(writer, call.Arguments[1], leaves) is not { } right)
        {
            return null;
        }

        var scale = call.Function == "*" ? left.Scale + right.Scale : Math.Max(left.Scale, right.Scale);
        var digits = call.Function == "*" ? left.Raw + right.Raw : Math.Max(left.Raw - left.Scale, right.Raw - right.Scale) + scale + 1;
        return new Narrow($"({left.Sql} {call.Function} {right.Sql})", digits, scale, Math.Max(Math.Max(left.MostRaw, right.MostRaw), Math.Max(digits, scale)));
    }

    private sealed class Leaf(TypedExpression expression, TypedExpression source, DecimalType type, bool isConstant)
    {
        public TypedExpression Expression => expression;

        public TypedExpression Source => source;

        public int Precision => type.Precision;

        public int Scale => type.Scale;

        public bool IsConstant => isConstant;

        /// <summary>The digits that are enough for the rows that the guard lets through.</summary>
        public int Digits { get; set; } = type.Precision;
    }

    /// <summary>A part in 64 bit: its digits without the point, and the most that any part below it has.</summary>
    private sealed record Narrow(string Sql, int Raw, int Scale, int MostRaw);
}
