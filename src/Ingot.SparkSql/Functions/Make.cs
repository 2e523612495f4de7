using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Functions;

/// <summary>Builds typed expressions.</summary>
internal static class Make
{
    public static TypedCall Call(string function, Place place, SparkType type, params IReadOnlyList<TypedExpression> arguments) =>
        new(place, function, arguments, type, arguments.Any(argument => argument.Nullable));

    public static TypedLiteral Text(string value, Place place) => new(place, SparkType.String, value);

    public static TypedLiteral Int(long value, Place place) => new(place, SparkType.Int, value);

    public static TypedLiteral Null(SparkType type, Place place) => new(place, type, null);

    public static TypedCall IsNull(TypedExpression value, Place place) => new(place, "isnull", [value], SparkType.Boolean, false);

    public static TypedCall IsNotNull(TypedExpression value, Place place) => new(place, "isnotnull", [value], SparkType.Boolean, false);

    /// <summary>if(condition, value, otherwise), the values cast to their common type.</summary>
    public static TypedCase If(TypedExpression condition, TypedExpression value, TypedExpression otherwise, Place place)
    {
        var values = Coercion.ToCommon([value, otherwise], "if", place);
        return new TypedCase(place, [(Operators.Condition(condition, "if"), values[0])], values[1], values[0].Type);
    }
}
