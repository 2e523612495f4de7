using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes arithmetic: whole numbers overflow with an error, decimals are exact and rounded half up to Spark's result type.</summary>
internal static class ArithmeticWriter
{
    public static string Write(ExpressionWriter writer, TypedCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        return left.Type is DecimalType one && right.Type is DecimalType other
            ? NarrowDecimals.TryWrite(writer, call, Decimal(writer, call, one, other)) ?? Decimal(writer, call, one, other)
            : Plain(call.Function, writer.Write(left), writer.Write(right), left.Type, right, call);
    }

    /// <summary>A call as it is right for all rows: arithmetic of decimals in 128 bit throughout.</summary>
    public static string WriteWide(ExpressionWriter writer, TypedExpression expression) =>
        expression is TypedCall { Function: "+" or "-" or "*" or "/" } call && call.Arguments.All(argument => argument.Type is DecimalType) && call.Type is DecimalType
            ? Decimal(writer, call, (DecimalType)call.Arguments[0].Type, (DecimalType)call.Arguments[1].Type)
            : writer.Write(expression);

    /// <summary>A divisor, with an error where it is zero; a constant that is not needs no test.</summary>
    private static string Divisor(string sql, TypedExpression value) => IsNonZeroConstant(value) ? sql : $"spark_nonzero({sql})";

    private static bool IsNonZeroConstant(TypedExpression value) => value switch
    {
        TypedCast { Operand: TypedLiteral { Value: long number } } => number != 0,
        TypedLiteral { Value: long number } => number != 0,
        TypedLiteral { Value: double number } => number != 0,
        TypedLiteral { Value: BigInteger number } => !number.IsZero,
        _ => false,
    };

    private static bool IsMinusOneOrUnknown(TypedExpression value) => value switch
    {
        TypedCast { Operand: TypedLiteral { Value: long number } } => number == -1,
        TypedLiteral { Value: long number } => number == -1,
        _ => true,
    };

    private static string Plain(string symbol, string left, string right, SparkType type, TypedExpression divisor, TypedCall call)
    {
        switch (symbol)
        {
            case "+" or "-" or "*":
                return $"({left} {symbol} {right})";
            case "/":
                return $"({left} / {Divisor(right, divisor)})";
            case "div":
                return $"({left} // {Divisor(right, divisor)})";
            case "%" when type is FloatingType:
                return $"({left} % {Divisor(right, divisor)})";
            case "%":
                // The smallest number % -1 is 0, which DuckDB takes for an overflow.
                var remainder = $"({left} % {Divisor(right, divisor)})";
                return IsMinusOneOrUnknown(divisor) ? $"CASE WHEN {right} = -1 AND {left} IS NOT NULL THEN CAST(0 AS {DuckDbTypes.InternalNameOf(type)}) ELSE {remainder} END" : remainder;
            case "pmod" when type is IntegralType { Bits: < 64 }:
                return $"CAST(spark_pmod(CAST({left} AS BIGINT), CAST({Divisor(right, divisor)} AS BIGINT)) AS {DuckDbTypes.InternalNameOf(type)})";
            case "pmod" when type is IntegralType:
                return $"CAST(spark_pmod(CAST({left} AS HUGEINT), CAST({Divisor(right, divisor)} AS HUGEINT)) AS BIGINT)";
            default:
                throw ExpressionWriter.Refuse($"The operator {symbol} on {type.Name}", call.Place);
        }
    }

    private static string Decimal(ExpressionWriter writer, TypedCall call, DecimalType left, DecimalType right)
    {
        var (a, b) = (WriteWide(writer, call.Arguments[0]), WriteWide(writer, call.Arguments[1]));
        var divisor = call.Arguments[1];
        if (call.Type is not DecimalType result)
        {
            return IntegerDivide(call, a, b, left, right, divisor);
        }

        switch (call.Function)
        {
            case "+" or "-":
                var sum = AddType(left, right);
                return Cast($"({Widen(a, left, right, sum)} {call.Function} {b})", sum, result);
            case "*":
                if (left.Scale + right.Scale > DecimalType.MaxPrecision)
                {
                    throw ExpressionWriter.Refuse($"The product of {left.Name} and {right.Name}", call.Place);
                }

                var product = new DecimalType(Math.Min(DecimalType.MaxPrecision, left.Precision + right.Precision), left.Scale + right.Scale);
                return Cast($"({Widen(a, left, right, product)} * {b})", product, result);
            case "/":
                return Divide(call, a, b, left, right, result, divisor);
            case "%":
                return Cast($"({a} % {Divisor(b, divisor)})", null, result);
            default:
                throw ExpressionWriter.Refuse($"The operator {call.Function} on {left.Name}", call.Place);
        }
    }

    /// <summary>Two operands of 64 bit give DuckDB a result of 64 bit, with an error beyond; an operand of 128 bit gives one of 128 bit.</summary>
    private static string Widen(string sql, DecimalType operand, DecimalType other, DecimalType result) =>
        result.Precision > 18 && operand.Precision <= 18 && other.Precision <= 18 ? $"CAST({sql} AS {DuckDbTypes.InternalNameOf(operand with { Precision = 19 })})" : sql;

    /// <summary>The type that DuckDB gives a sum.</summary>
    private static DecimalType AddType(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new DecimalType(Math.Min(DecimalType.MaxPrecision, Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + scale + 1), scale);
    }

    private static string Cast(string sql, DecimalType? from, DecimalType to) => from == to ? sql : $"CAST({sql} AS {DuckDbTypes.InternalNameOf(to)})";

    private static string Divide(TypedCall call, string a, string b, DecimalType left, DecimalType right, DecimalType result, TypedExpression divisor)
    {
        if (PowerOfTen(divisor, right) is { } power)
        {
            // A quotient by 10, 100, … is an exact product.
            var factor = power >= 0 ? string.Create(CultureInfo.InvariantCulture, $"CAST('{BigInteger.Pow(10, power)}' AS DECIMAL({power + 1},0))")
                : $"CAST('0.{new string('0', -power - 1)}1' AS DECIMAL({-power},{-power}))";
            var product = new DecimalType(Math.Min(DecimalType.MaxPrecision, left.Precision + Math.Max(power + 1, -power)), left.Scale + Math.Max(0, -power));
            if (product.Scale <= DecimalType.MaxPrecision)
            {
                return Cast($"({Widen(a, left, new DecimalType(Math.Max(power + 1, -power), 0), product)} * {factor})", product, result);
            }
        }

        // Both as whole numbers: the quotient has result.Scale digits after its point, and the rest decides the rounding.
        var shift = result.Scale - left.Scale + right.Scale;
        if (shift < 0)
        {
            throw ExpressionWriter.Refuse($"The quotient of {left.Name} and {right.Name}", call.Place);
        }

        var quotient = $"spark_divide({Unscaled(a, left, shift)}, {Unscaled(Divisor(b, divisor), right, 0)})";
        return FromUnscaled(quotient, result);
    }

    /// <summary>A decimal without its point, times a power of ten, as a whole number of 128 bit.</summary>
    public static string Unscaled(string sql, DecimalType type, int shift)
    {
        var power = type.Scale + shift;
        var whole = type.Scale == 0 ? $"CAST({sql} AS HUGEINT)" : $"CAST({Widen(sql, type, new DecimalType(type.Scale + 1, 0), new DecimalType(type.Precision + type.Scale + 1, type.Scale))} * CAST('{BigInteger.Pow(10, type.Scale)}' AS DECIMAL({type.Scale + 1},0)) AS HUGEINT)";
        if (type.Precision + type.Scale + 1 > DecimalType.MaxPrecision && type.Scale > 0)
        {
            // The digits of the text without its point.
            whole = $"CAST(replace(CAST({sql} AS VARCHAR), '.', '') AS HUGEINT)";
        }

        return power == type.Scale ? whole : $"({whole} * CAST('{BigInteger.Pow(10, shift)}' AS HUGEINT))";
    }

    public static string FromUnscaled(string sql, DecimalType type)
    {
        if (type.Scale == 0)
        {
            return $"CAST({sql} AS {DuckDbTypes.InternalNameOf(type)})";
        }

        // 10^-scale is exact, so the product is.
        var ulp = $"CAST('0.{new string('0', type.Scale - 1)}1' AS DECIMAL({type.Scale},{type.Scale}))";
        return $"CAST(CAST({sql} AS DECIMAL(38,0)) * {ulp} AS {DuckDbTypes.InternalNameOf(type)})";
    }

    private static string IntegerDivide(TypedCall call, string a, string b, DecimalType left, DecimalType right, TypedExpression divisor)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return $"CAST(({Unscaled(a, left, scale - left.Scale)} // {Unscaled(Divisor(b, divisor), right, scale - right.Scale)}) AS {DuckDbTypes.InternalNameOf(call.Type)})";
    }

    /// <summary>For a divisor that is 10^n as a constant: minus n, the power of ten to multiply with; else null.</summary>
    public static int? PowerOfTen(TypedExpression divisor, DecimalType type)
    {
        BigInteger? unscaled = divisor switch
        {
            TypedCast { Operand: TypedLiteral { Value: long number } } => number * BigInteger.Pow(10, type.Scale),
            TypedLiteral { Value: BigInteger number } => number,
            _ => null,
        };
        if (unscaled is not { } value || value <= 0)
        {
            return null;
        }

        var zeros = 0;
        while ((value % 10).IsZero)
        {
            value /= 10;
            zeros++;
        }

        return value.IsOne ? type.Scale - zeros : null;
    }
}
