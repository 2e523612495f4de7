using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Operators over typed operands: their implicit casts and result types.</summary>
internal static class Operators
{
    /// <summary>Comparisons: <c>= &lt;=&gt; &lt; &lt;= &gt; &gt;=</c>.</summary>
    public static TypedExpression Compare(string symbol, TypedExpression left, TypedExpression right, Place place)
    {
        (left, right) = ToCommonOperands(left, right);
        if (left.Type != right.Type)
        {
            var common = left.Type is DecimalType first && right.Type is DecimalType second ? TypeRules.WiderDecimal(first, second) : null;
            if (common is null)
            {
                throw Mismatch(symbol, left, right, place);
            }

            (left, right) = (Coercion.Cast(left, common), Coercion.Cast(right, common));
        }

        if (left.Type is MapType or CalendarIntervalType || !TypeRules.IsOrderable(left.Type))
        {
            throw new SparkSqlException($"Values of type {left.Type.Name} cannot be compared.", place);
        }

        return new TypedCall(place, symbol, [left, right], SparkType.Boolean, symbol != "<=>" && (left.Nullable || right.Nullable));
    }

    /// <summary>AND, OR.</summary>
    public static TypedExpression Logical(string symbol, TypedExpression left, TypedExpression right, Place place)
    {
        (left, right) = (Condition(left, symbol), Condition(right, symbol));
        return new TypedCall(place, symbol, [left, right], SparkType.Boolean, left.Nullable || right.Nullable);
    }

    public static TypedExpression Not(TypedExpression operand, Place place)
    {
        operand = Condition(operand, "NOT");
        return new TypedCall(place, "not", [operand], SparkType.Boolean, operand.Nullable);
    }

    /// <summary>A boolean, also from NULL and from a string, as functions' parameters take it.</summary>
    public static TypedExpression Condition(TypedExpression value, string what) => value.Type switch
    {
        BooleanType => value,
        VoidType => Coercion.Cast(value, SparkType.Boolean),
        StringType => Coercion.Cast(value, SparkType.Boolean),
        _ => throw new SparkSqlException($"{what} needs a boolean, but this is {value.Type.Name}.", value.Place),
    };

    public static TypedExpression Negate(TypedExpression operand, Place place)
    {
        operand = operand.Type is StringType or VoidType ? Coercion.Cast(operand, SparkType.Double) : operand;
        return operand.Type is NumericType or YearMonthIntervalType or DayTimeIntervalType
            ? new TypedCall(place, "negative", [operand], operand.Type, operand.Nullable)
            : throw new SparkSqlException($"A minus needs a number, but this is {operand.Type.Name}.", operand.Place);
    }

    public static TypedExpression Plus(TypedExpression operand)
    {
        operand = operand.Type is StringType or VoidType ? Coercion.Cast(operand, SparkType.Double) : operand;
        return operand.Type is NumericType or YearMonthIntervalType or DayTimeIntervalType
            ? operand
            : throw new SparkSqlException($"A plus needs a number, but this is {operand.Type.Name}.", operand.Place);
    }

    public static TypedExpression BitNot(TypedExpression operand, Place place) => operand.Type is IntegralType
        ? new TypedCall(place, "~", [operand], operand.Type, operand.Nullable)
        : operand.Type is VoidType ? new TypedLiteral(place, SparkType.Int, null)
        : operand.Type is StringType ? BitNot(Coercion.Cast(operand, SparkType.Long), place)
        : throw new SparkSqlException($"~ needs a whole number, but this is {operand.Type.Name}.", operand.Place);

    /// <summary>Bit operators: <c>&amp; | ^</c>.</summary>
    public static TypedExpression Bitwise(string symbol, TypedExpression left, TypedExpression right, Place place)
    {
        (left, right) = ToCommonOperands(left, right);
        if (left.Type is VoidType)
        {
            return new TypedLiteral(place, SparkType.Int, null);
        }

        return left.Type == right.Type && left.Type is IntegralType
            ? new TypedCall(place, symbol, [left, right], left.Type, left.Nullable || right.Nullable)
            : throw Mismatch(symbol, left, right, place);
    }

    /// <summary>Arithmetic: <c>+ - * / % div pmod</c>.</summary>
    public static TypedExpression Arithmetic(string symbol, TypedExpression left, TypedExpression right, Place place) =>
        Temporal.TryArithmetic(symbol, left, right, place) ?? Number(symbol, left, right, place);

    private static TypedExpression Number(string symbol, TypedExpression left, TypedExpression right, Place place)
    {
        (left, right) = symbol == "/" ? ToDivisionOperands(left, right) : ToCommonOperands(left, right);
        if (symbol == "div")
        {
            (left, right) = (WidenForDiv(left), WidenForDiv(right));
        }

        if (left.Type is VoidType && right.Type is VoidType)
        {
            (left, right) = (Coercion.Cast(left, SparkType.Double), Coercion.Cast(right, SparkType.Double));
        }

        var nullable = left.Nullable || right.Nullable;
        if (left.Type is DecimalType first && right.Type is DecimalType second)
        {
            SparkType result = symbol == "div" ? SparkType.Long : DecimalResult(symbol, first, second);
            return new TypedCall(place, symbol, [left, right], result, nullable);
        }

        if (left.Type != right.Type || left.Type is not NumericType || (symbol == "div" && left.Type is FloatingType))
        {
            throw Mismatch(symbol, left, right, place);
        }

        return new TypedCall(place, symbol, [left, right], left.Type, nullable);
    }

    public static DecimalType DecimalResult(string symbol, DecimalType left, DecimalType right)
    {
        var (p1, s1, p2, s2) = (left.Precision, left.Scale, right.Precision, right.Scale);
        var scale = Math.Max(s1, s2);
        switch (symbol)
        {
            case "+" or "-":
                return TypeRules.Adjust(Math.Max(p1 - s1, p2 - s2) + scale + 1, scale);
            case "*":
                return TypeRules.Adjust(p1 + p2 + 1, s1 + s2);
            case "/":
                var quotientScale = Math.Max(6, s1 + p2 + 1);
                return TypeRules.Adjust(p1 - s1 + s2 + quotientScale, quotientScale);
            default:
                return TypeRules.Adjust(Math.Min(p1 - s1, p2 - s2) + scale, scale);
        }
    }

    /// <summary>The casts that Spark puts on the operands of any operator of two.</summary>
    public static (TypedExpression Left, TypedExpression Right) ToCommonOperands(TypedExpression left, TypedExpression right)
    {
        if (left.Type == right.Type)
        {
            return (left, right);
        }

        if (TypeRules.PromoteString(left.Type, right.Type) is { } promoted)
        {
            (left, right) = (Coercion.Cast(left, promoted), Coercion.Cast(right, promoted));
        }

        // A whole number beside a decimal becomes a decimal, a literal one of just its digits.
        if (left.Type is DecimalType && right.Type is IntegralType)
        {
            right = Coercion.Cast(right, TypeRules.AsDecimal(right)!);
        }
        else if (right.Type is DecimalType && left.Type is IntegralType)
        {
            left = Coercion.Cast(left, TypeRules.AsDecimal(left)!);
        }
        else if (left.Type is DecimalType && right.Type is FloatingType)
        {
            left = Coercion.Cast(left, SparkType.Double);
        }
        else if (right.Type is DecimalType && left.Type is FloatingType)
        {
            right = Coercion.Cast(right, SparkType.Double);
        }

        if (left.Type != right.Type && !(left.Type is DecimalType && right.Type is DecimalType) && TypeRules.Tightest(left.Type, right.Type) is { } common)
        {
            (left, right) = (Coercion.Cast(left, common), Coercion.Cast(right, common));
        }

        return (left, right);
    }

    private static (TypedExpression Left, TypedExpression Right) ToDivisionOperands(TypedExpression left, TypedExpression right)
    {
        if (TypeRules.PromoteString(left.Type, right.Type) is { } promoted && left.Type != right.Type)
        {
            (left, right) = (Coercion.Cast(left, promoted), Coercion.Cast(right, promoted));
        }

        if (left.Type is DecimalType || right.Type is DecimalType)
        {
            return ToCommonOperands(left, right);
        }

        return left.Type is NumericType or VoidType && right.Type is NumericType or VoidType
            ? (Coercion.Cast(left, SparkType.Double), Coercion.Cast(right, SparkType.Double))
            : (left, right);
    }

    private static TypedExpression WidenForDiv(TypedExpression value) =>
        value.Type is IntegralType or VoidType ? Coercion.Cast(value, SparkType.Long) : value;

    private static SparkSqlException Mismatch(string symbol, TypedExpression left, TypedExpression right, Place place) =>
        new($"The operator {symbol} does not take {left.Type.Name} and {right.Type.Name}.", place);
}
