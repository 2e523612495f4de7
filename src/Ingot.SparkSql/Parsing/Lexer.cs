namespace Ingot.SparkSql.Parsing;

internal static class Lexer
{
    public static IReadOnlyList<Token> ReadAll(string text) => throw new NotImplementedException(text);
}
