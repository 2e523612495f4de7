using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql;

/// <summary>Writes queries and relations.</summary>
internal static class QueryWriter
{
    public static string Write(Query query)
    {
        var with = query.With.Count == 0 ? "" : $"WITH {string.Join(", ", query.With.Select(table => $"{SqlWriter.Name(table.Name)}{Names(table.Columns)} AS ({Write(table.Query)})"))} ";
        var windows = query.Body is SelectBody { Windows.Count: > 0 } select ? $" WINDOW {string.Join(", ", select.Windows.Select(window => $"{SqlWriter.Name(window.Name)} AS {SqlWriter.Window(window.Window)}"))}" : "";
        var order = query.OrderByAllItem is { } all ? $" ORDER BY ALL{(all.Descending ? " DESC" : " ASC")}{(all.NullsFirst switch { true => " NULLS FIRST", false => " NULLS LAST", null => "" })}"
            : query.OrderBy.Count == 0 ? ""
            : $" {(query.SortWithinPartitions ? "SORT" : "ORDER")} BY {SqlWriter.Sort(query.OrderBy)}";
        var limit = query.Limit is null ? "" : $" LIMIT {SqlWriter.Write(query.Limit)}";
        var offset = query.Offset is null ? "" : $" OFFSET {SqlWriter.Write(query.Offset)}";
        return $"{with}{Body(query.Body)}{windows}{order}{limit}{offset}";
    }

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "" : $"({string.Join(", ", names.Select(name => SqlWriter.Name(name)))})";

    private static string Body(QueryBody body) => body switch
    {
        SelectBody select => Select(select),
        NestedBody nested => $"({Write(nested.Query)})",
        SetOperationBody operation => $"{Operand(operation.Left)} {operation.Kind.ToString().ToUpperInvariant()}{(operation.All ? " ALL" : "")} {Operand(operation.Right)}",
        ValuesBody values => Relation(values.Values),
        TableBody table => $"TABLE {Table(table.Table.Name)}",
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, null),
    };

    /// <summary>A side of a set operation; a nested one keeps its own parentheses alone.</summary>
    private static string Operand(QueryBody body) => body is SetOperationBody ? $"({Body(body)})" : Body(body);

    private static string Select(SelectBody select)
    {
        var text = $"SELECT {(select.Distinct ? "DISTINCT " : "")}{string.Join(", ", select.Items.Select(item => SqlWriter.Write(item)))}";
        text += select.From.Count == 0 ? "" : $" FROM {string.Join(", ", select.From.Select(Relation))}";
        text += string.Concat(select.LateralViews.Select(view =>
            $" LATERAL VIEW {(view.Outer ? "OUTER " : "")}{SqlWriter.Write(view.Call)}{(view.Alias is null ? "" : " " + SqlWriter.Name(view.Alias))}{(view.Columns.Count == 0 ? "" : " AS " + string.Join(", ", view.Columns.Select(name => SqlWriter.Name(name))))}"));
        text += select.Where is null ? "" : $" WHERE {SqlWriter.Write(select.Where)}";
        text += select.GroupBy is null ? "" : $" GROUP BY {Group(select.GroupBy)}";
        return text + (select.Having is null ? "" : $" HAVING {SqlWriter.Write(select.Having)}");
    }

    private static string Group(GroupBy group) => group.All ? "ALL"
        : group.Elements is null ? string.Join(", ", group.Items.Select(item => SqlWriter.Write(item)))
        : string.Join(", ", group.Elements.Select(Element));

    private static string Element(GroupingElement element)
    {
        static string Set(IReadOnlyList<Expression> set, bool single) => set is [var one] && single ? SqlWriter.Write(one) : $"({string.Join(", ", set.Select(item => SqlWriter.Write(item)))})";
        return element.Kind switch
        {
            GroupingKind.Expression => SqlWriter.Write(element.Sets[0][0]),
            GroupingKind.Sets => $"GROUPING SETS ({string.Join(", ", element.Sets.Select((set, index) => element.Nested[index] is { } nested ? Element(nested) : Set(set, single: true)))})",
            _ => $"{element.Kind.ToString().ToUpperInvariant()}({string.Join(", ", element.Sets.Select(set => Set(set, single: true)))})",
        };
    }

    private static string Table(IEnumerable<string> parts) => string.Join('.', parts.Select(part => SqlWriter.Name(part)));

    private static string Relation(Relation relation)
    {
        var alias = relation.Alias is null ? "" : $" AS {SqlWriter.Name(relation.Alias)}{Names(relation.ColumnAliases)}";
        var text = relation switch
        {
            TableRelation table => Table(table.Name),
            SubqueryRelation query => $"{(query.Lateral ? "LATERAL " : "")}({Write(query.Query)})",
            ValuesRelation values => $"VALUES {string.Join(", ", values.Rows.Select(row => $"({string.Join(", ", row.Select(cell => SqlWriter.Write(cell)))})"))}",
            FunctionRelation function => $"{(function.Lateral ? "LATERAL " : "")}{SqlWriter.Name(function.Name)}({string.Join(", ", function.Arguments.Select(argument => SqlWriter.Write(argument)))})",
            NestedRelation nested => $"({Relation(nested.Inner)})",
            JoinRelation join => Join(join),
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
        };
        return text + alias;
    }

    private static string Join(JoinRelation join)
    {
        var word = join.Kind switch
        {
            JoinKind.Inner => "JOIN",
            JoinKind.Cross => "CROSS JOIN",
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            JoinKind.LeftSemi => "LEFT SEMI JOIN",
            _ => "LEFT ANTI JOIN",
        };
        var condition = join.On is not null ? $" ON {SqlWriter.Write(join.On)}" : join.Using.Count > 0 ? $" USING {Names(join.Using)}" : "";
        return $"{Relation(join.Left)} {(join.Natural ? "NATURAL " : "")}{word} {Relation(join.Right)}{condition}";
    }
}
