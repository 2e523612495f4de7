using Ingot.SparkSql.Parsing;
using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql;

/// <summary>Reads the Spark dialect of SQL: one SELECT statement, or one expression. Thread-safe; no state.</summary>
public static class SparkSqlParser
{
    /// <summary>Reads a query. A comment before it, such as a model's front matter, is skipped; a semicolon may end it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The query, each node with its place in the text.</returns>
    /// <exception cref="SparkSqlException">The text is not a query that Spark reads, or uses a clause that is not supported; with the place.</exception>
    public static Query ParseQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryParser(Lexer.ReadAll(text)).ParseWholeQuery();
    }

    /// <summary>Reads an expression, such as the check of an expectation.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression, each node with its place in the text.</returns>
    /// <exception cref="SparkSqlException">The text is not an expression; with the place.</exception>
    public static Expression ParseExpression(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryParser(Lexer.ReadAll(text)).ParseWholeExpression();
    }
}
