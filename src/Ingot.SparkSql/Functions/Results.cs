using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Functions;

/// <summary>Rules for the type of a function's result.</summary>
internal static class Results
{
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Boolean = _ => SparkType.Boolean;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Int = _ => SparkType.Int;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Long = _ => SparkType.Long;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Double = _ => SparkType.Double;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> String = _ => SparkType.String;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Binary = _ => SparkType.Binary;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Date = _ => SparkType.Date;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Timestamp = _ => SparkType.Timestamp;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> First = arguments => arguments[0].Type;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Second = arguments => arguments[1].Type;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> Element = arguments => ((ArrayType)arguments[0].Type).Element;
    public static readonly Func<IReadOnlyList<TypedExpression>, SparkType> ListOfFirst = arguments => new ArrayType(arguments[0].Type);

    /// <summary>The value of an argument that must be a constant; null when it is null.</summary>
    public static object? Constant(TypedExpression argument, string what)
    {
        while (argument is TypedCast { Operand: TypedLiteral { Value: null or string } or TypedLiteral { Type: IntegralType } } cast)
        {
            if (cast is { Operand: TypedLiteral { Value: long }, Type: not IntegralType })
            {
                break;
            }

            argument = cast.Operand;
        }

        return argument is TypedLiteral literal ? literal.Value : throw new SparkSqlException($"{what} must be a constant.", argument.Place);
    }
}
