using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql;

/// <summary>The tables that a query reads.</summary>
public static class TableReferences
{
    /// <summary>Finds each use of a table, without the names that WITH gives where they are in scope.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The uses, in the order of the text; a table that is used twice stands twice.</returns>
    public static IReadOnlyList<TableRelation> Of(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = new List<TableRelation>();
        Visit(query, [], found);
        return [.. found.OrderBy(table => table.Place.Offset)];
    }

    private static void Visit(Query query, HashSet<string> outer, List<TableRelation> found)
    {
        var names = new HashSet<string>(outer, StringComparer.OrdinalIgnoreCase);
        foreach (var table in query.With)
        {
            Visit(table.Query, names, found);
            names.Add(table.Name);
        }

        Visit(query.Body, names, found);
        VisitAll(query.OrderBy.Select(item => item.Value), names, found);
    }

    private static void Visit(QueryBody body, HashSet<string> names, List<TableRelation> found)
    {
        switch (body)
        {
            case NestedBody nested:
                Visit(nested.Query, names, found);
                break;
            case SetOperationBody operation:
                Visit(operation.Left, names, found);
                Visit(operation.Right, names, found);
                break;
            case ValuesBody values:
                Visit(values.Values, names, found);
                break;
            case TableBody table:
                Visit(table.Table, names, found);
                break;
            case SelectBody select:
                foreach (var relation in select.From)
                {
                    Visit(relation, names, found);
                }

                VisitAll(SyntaxParts.Of(select), names, found);
                break;
        }
    }

    private static void Visit(Relation relation, HashSet<string> names, List<TableRelation> found)
    {
        switch (relation)
        {
            case TableRelation table when table.Name.Count > 1 || !names.Contains(table.Name[0]):
                found.Add(table);
                break;
            case SubqueryRelation query:
                Visit(query.Query, names, found);
                break;
            case ValuesRelation values:
                VisitAll(values.Rows.SelectMany(row => row), names, found);
                break;
            case FunctionRelation function:
                VisitAll(function.Arguments, names, found);
                break;
            case NestedRelation nested:
                Visit(nested.Inner, names, found);
                break;
            case JoinRelation join:
                Visit(join.Left, names, found);
                Visit(join.Right, names, found);
                VisitAll(join.On is null ? [] : [join.On], names, found);
                break;
        }
    }

    private static void VisitAll(IEnumerable<Expression> expressions, HashSet<string> names, List<TableRelation> found)
    {
        foreach (var part in expressions.SelectMany(SyntaxParts.All))
        {
            if (SyntaxParts.QueryOf(part) is { } query)
            {
                Visit(query, names, found);
            }
        }
    }
}
