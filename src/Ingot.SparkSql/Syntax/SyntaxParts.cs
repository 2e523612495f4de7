namespace Ingot.SparkSql.Syntax;

/// <summary>The parts of expressions as they are written.</summary>
internal static class SyntaxParts
{
    /// <summary>An expression and all its parts; not those of subqueries.</summary>
    public static IEnumerable<Expression> All(Expression expression) => Of(expression).SelectMany(All).Prepend(expression);

    /// <summary>The query that an expression holds, or null.</summary>
    public static Query? QueryOf(Expression expression) => expression switch
    {
        InSubqueryExpression test => test.Query,
        ExistsExpression test => test.Query,
        SubqueryExpression query => query.Query,
        _ => null,
    };

    /// <summary>The expressions of a SELECT, without those of its relations.</summary>
    public static IEnumerable<Expression> Of(SelectBody select) =>
    [
        .. select.Items,
        .. select.LateralViews.Select(view => view.Call),
        .. Maybe(select.Where),
        .. select.GroupBy?.Items ?? [],
        .. (select.GroupBy?.Elements ?? []).SelectMany(Of),
        .. Maybe(select.Having),
        .. select.Windows.SelectMany(window => Of(window.Window)),
    ];

    private static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        CallExpression call => [.. call.Arguments, .. Maybe(call.Filter), .. call.WithinGroup.Select(item => item.Value), .. call.Over is null ? [] : Of(call.Over)],
        NamedArgumentExpression named => [named.Value],
        CastExpression cast => [cast.Operand],
        CaseExpression choice => [.. Maybe(choice.Operand), .. choice.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), .. Maybe(choice.Else)],
        BetweenExpression between => [between.Operand, between.Low, between.High],
        InListExpression test => [test.Operand, .. test.Items],
        InSubqueryExpression test => [test.Operand],
        LikeExpression like => [like.Operand, .. like.Patterns],
        IsExpression test => [test.Operand],
        LambdaExpression lambda => [lambda.Body],
        FieldExpression part => [part.Operand],
        SubscriptExpression subscript => [subscript.Operand, subscript.Index],
        RowExpression row => row.Items,
        AliasExpression alias => [alias.Operand],
        _ => [],
    };

    private static IEnumerable<Expression> Of(GroupingElement element) => [.. element.Sets.SelectMany(set => set), .. element.Nested.OfType<GroupingElement>().SelectMany(Of)];

    private static IEnumerable<Expression> Of(WindowSpecification window) =>
        [.. window.PartitionBy, .. window.OrderBy.Select(item => item.Value), .. Maybe(window.Frame?.Start.Offset), .. Maybe(window.Frame?.End.Offset)];

    private static IEnumerable<Expression> Maybe(Expression? expression) => expression is null ? [] : [expression];
}
