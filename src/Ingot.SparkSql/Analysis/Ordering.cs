using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Resolves ORDER BY.</summary>
internal static class Ordering
{
    /// <summary>The order, over the expressions of the select list and of what stands below it.</summary>
    public static List<TypedSort> Analyze(Query query, IReadOnlyList<TypedExpression> columns, ExpressionAnalyzer analyzer)
    {
        if (query.OrderByAllItem is { } all && TryName(all, analyzer) is { } named)
        {
            return [new TypedSort(named, all.Descending, all.PutsNullsFirst)];
        }

        if (query.OrderByAllItem is not null)
        {
            all = query.OrderByAllItem;
            return [.. columns.Select(column => new TypedSort(column, all.Descending, all.PutsNullsFirst))];
        }

        var order = new List<TypedSort>();
        foreach (var item in query.OrderBy)
        {
            var value = item.Value is LiteralExpression { Type: IntegralType, Value: long position } ? At(position, columns, item.Place) : analyzer.Analyze(item.Value);
            if (!TypeRules.IsOrderable(value.Type))
            {
                throw new SparkSqlException($"Values of type {value.Type.Name} have no order.", item.Place);
            }

            order.Add(new TypedSort(value, item.Descending, item.PutsNullsFirst));
        }

        return order;
    }

    /// <summary>ALL as the name of a column, where there is one.</summary>
    private static TypedExpression? TryName(SortItem item, ExpressionAnalyzer analyzer)
    {
        try
        {
            return analyzer.Analyze(item.Value) is TypedColumn { Outer: true } ? null : analyzer.Analyze(item.Value);
        }
        catch (SparkSqlException)
        {
            return null;
        }
    }

    public static TypedExpression At(long position, IReadOnlyList<TypedExpression> columns, Place place) => position >= 1 && position <= columns.Count
        ? columns[(int)position - 1]
        : throw new SparkSqlException($"Position {position} is not in the select list, which has {columns.Count} columns.", place);
}
