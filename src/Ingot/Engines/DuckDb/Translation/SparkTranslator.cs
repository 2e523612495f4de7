using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>
/// Turns an analyzed Spark query into DuckDB SQL that gives exactly Spark's answer, or refuses it. The connection's instance needs <see cref="SparkMacros.Sql"/>,
/// and the time zone UTC. Thread-safe; no state.
/// </summary>
public static class SparkTranslator
{
    /// <summary>Translates a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="relationSql">Gives for a use of a table what DuckDB reads in FROM, for example <c>read_parquet(['…'])</c> or a quoted name, with the table's column names and the types of <see cref="DuckDbTypes"/>.</param>
    /// <returns>One SELECT statement of DuckDB, without a semicolon; its columns have the names and the order of the query's output.</returns>
    /// <exception cref="SparkSqlException">It uses what is not proven to give the same answer; all findings, with their places.</exception>
    public static string TranslateQuery(AnalyzedQuery query, Func<TableUse, string> relationSql)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(relationSql);
        var writer = new PlanWriter(relationSql);
        var sql = writer.WriteQuery(query.Plan, query.Columns);
        return writer.Errors.Count == 0 ? sql : throw new SparkSqlException([.. writer.Errors.Distinct().OrderBy(error => error.Place.Offset)]);
    }

    /// <summary>Translates an expression over one relation, such as the check of an expectation.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="qualifier">The relation's alias, or null.</param>
    /// <returns>A DuckDB expression over the relation's columns by their names.</returns>
    /// <exception cref="SparkSqlException">It uses what is not proven to give the same answer; all findings, with their places.</exception>
    public static string TranslateExpression(AnalyzedExpression expression, string? qualifier = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var prefix = qualifier is null ? "" : DuckDbDatabase.QuoteName(qualifier) + ".";
        var columns = expression.Columns.ToDictionary(column => column.Id, column => StorageCasts.ToInternal(prefix + DuckDbDatabase.QuoteName(column.Name), column.Type));
        var writer = new ExpressionWriter(plan => throw new SparkSqlException("A subquery cannot stand in this expression.", plan.Output[0].Place), columns);
        return StorageCasts.ToStorage(writer.Write(expression.Expression), expression.Type);
    }
}
