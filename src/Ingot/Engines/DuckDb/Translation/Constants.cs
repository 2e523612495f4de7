using Ingot.SparkSql.Analysis;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Arguments that must be constants for a translation to be exact.</summary>
internal static class Constants
{
    /// <summary>The text of a constant; null when it is NULL.</summary>
    public static string? Text(TypedExpression argument, string what) => Of(argument) switch
    {
        TypedLiteral { Value: null } => null,
        TypedLiteral { Value: string text } => text,
        _ => throw ExpressionWriter.Refuse($"{what} that is no constant", argument.Place),
    };

    /// <summary>The value of a constant whole number; null when it is NULL.</summary>
    public static long? Number(TypedExpression argument, string what) => Of(argument) switch
    {
        TypedLiteral { Value: null } => null,
        TypedLiteral { Value: long number } => number,
        _ => throw ExpressionWriter.Refuse($"{what} that is no constant", argument.Place),
    };

    public static bool IsConstant(TypedExpression argument) => ExpressionMapper.Parts(argument).All(part => part is TypedLiteral or TypedCast or TypedCall { Function: "array" or "negative" });

    private static TypedExpression Of(TypedExpression argument)
    {
        while (argument is TypedCast { Operand: TypedLiteral { Value: null } or TypedLiteral { Value: string } or TypedLiteral { Value: long } } cast && cast.Type.GetType() == cast.Operand.Type.GetType())
        {
            argument = cast.Operand;
        }

        return argument is TypedCall { Function: "negative", Arguments: [TypedLiteral { Value: long number } literal] } ? literal with { Value = -number } : argument;
    }
}
