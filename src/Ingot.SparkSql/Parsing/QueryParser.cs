using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Parsing;

internal sealed class QueryParser
{
    public QueryParser(IReadOnlyList<Token> tokens) => _ = tokens;

    public Query ParseWholeQuery() => throw new NotImplementedException();

    public Expression ParseWholeExpression() => throw new NotImplementedException();
}
