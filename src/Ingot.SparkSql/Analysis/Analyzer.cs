using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Analysis;

/// <summary>Resolves names and types as Spark 3.5 does in ANSI mode, in UTC. Thread-safe; no state.</summary>
public static class Analyzer
{
    /// <summary>Analyzes a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="tables">The tables that it may read.</param>
    /// <returns>The analyzed query.</returns>
    /// <exception cref="SparkSqlException">Spark refuses the query, or it uses what is not supported: all findings, with their places.</exception>
    public static AnalyzedQuery Analyze(Query query, ITableResolver tables)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(tables);
        throw new NotImplementedException();
    }

    /// <summary>Analyzes an expression over the columns of one relation, such as the check of an expectation.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="columns">The relation's columns.</param>
    /// <returns>The analyzed expression.</returns>
    /// <exception cref="SparkSqlException">Spark refuses the expression, or it uses what is not supported: all findings, with their places.</exception>
    public static AnalyzedExpression AnalyzeExpression(Expression expression, IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(columns);
        throw new NotImplementedException();
    }
}
