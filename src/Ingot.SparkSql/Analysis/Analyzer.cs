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
        var context = new AnalysisContext(tables);
        var plan = context.Try(() => new QueryAnalyzer(context, null, CommonTables.None).Analyze(query));
        ThrowFindings(context);
        return PlanFacts.Describe(plan!, context.Uses);
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
        var context = new AnalysisContext(NoTables.Instance);
        var attributes = columns.Select(column => context.NewAttribute(column.Name, column.Type, column.Nullable, expression.Place)).ToList();
        var scope = new Scope { Attributes = attributes };
        var typed = context.Try(() => new ExpressionAnalyzer(context, scope, (query, _) => throw new SparkSqlException("A subquery cannot stand in this expression.", query.Place)).Analyze(expression));
        ThrowFindings(context);
        var aggregate = ExpressionMapper.Parts(typed!).FirstOrDefault(part => part is TypedAggregate or TypedWindow);
        return aggregate is null
            ? new AnalyzedExpression(typed!, attributes)
            : throw new SparkSqlException("An aggregate or window function cannot stand in this expression.", aggregate.Place);
    }

    private static void ThrowFindings(AnalysisContext context)
    {
        if (context.Errors.Count > 0)
        {
            throw new SparkSqlException([.. context.Errors.OrderBy(error => error.Place.Offset)]);
        }
    }

    private sealed class NoTables : ITableResolver
    {
        public static readonly NoTables Instance = new();

        public IEnumerable<string> Names => [];

        public IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name) => null;
    }
}
