using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Turns SELECT, with the ORDER BY that belongs to it, into a plan.</summary>
internal sealed class SelectAnalyzer
{
    private readonly AnalysisContext _context;
    private readonly Scope? _outer;
    private readonly QueryAnalyzer _queries;
    private readonly RelationAnalyzer _relations;

    public SelectAnalyzer(AnalysisContext context, Scope? outer, CommonTables common)
    {
        _context = context;
        _outer = outer;
        _queries = new QueryAnalyzer(context, outer, common);
        _relations = new RelationAnalyzer(context, outer, common);
    }

    public Plan Analyze(SelectBody select, Query? query)
    {
        var input = _relations.AnalyzeFrom(select.From);
        foreach (var view in select.LateralViews)
        {
            input = Generators.Analyze(_context, input, view.Call, Expressions(input, select), view.Outer, view.Columns, view.Alias);
        }

        var errors = _context.Errors.Count;
        if (select.Where is not null)
        {
            var condition = _context.Try(() => Expressions(input, select).AnalyzeCondition(select.Where, "WHERE"));
            if (condition is not null)
            {
                _context.Try(() => Refuse(condition, "WHERE"));
                input = new FilterPlan(input, condition) { Output = input.Output };
            }
        }

        input = AddGenerator(select, ref select, input);
        var items = AnalyzeItems(select, input);
        var having = select.Having is null ? null : _context.Try(() => AfterItems(input, select, items, outputsFirst: select.GroupBy?.Elements is null).AnalyzeCondition(select.Having, "HAVING"));
        var hasOrder = query is not null && !query.SortWithinPartitions && (query.OrderBy.Count > 0 || query.OrderByAll);
        var order = !hasOrder || items.Count == 0 ? [] : _context.Try(() => Ordering.Analyze(query!, [.. items.Select(item => item.Value)], AfterItems(input, select, items))) ?? [];
        if (_context.Errors.Count > errors)
        {
            throw new SparkSqlException(_context.Errors);
        }

        var aggregation = new Aggregation(_context, input, select, items, name => Expressions(input, select).Analyze(name));
        if (aggregation.IsNeeded(having, order))
        {
            (input, items, having, order) = aggregation.Build(having, order);
        }

        if (having is not null)
        {
            input = new FilterPlan(input, having) { Output = input.Output };
        }

        return Finish(select, input, items, order);
    }

    private static TypedExpression Refuse(TypedExpression expression, string what) =>
        ExpressionMapper.Parts(expression).FirstOrDefault(part => part is TypedAggregate or TypedWindow) is { } found
            ? throw new SparkSqlException($"An aggregate or window function cannot stand in {what}.", found.Place)
            : expression;

    private ExpressionAnalyzer Expressions(Plan input, SelectBody select, List<(string, TypedExpression)>? outputs = null) =>
        new(_context, new Scope { Attributes = input.Output, Outer = _outer, Outputs = outputs ?? [] }, _queries.AnalyzeSubquery, select.Windows);

    /// <summary>What HAVING and ORDER BY see: the select list first, then the columns below it.</summary>
    private ExpressionAnalyzer AfterItems(Plan input, SelectBody select, List<SelectItem> items, bool outputsFirst = true)
    {
        var scope = new Scope { Attributes = input.Output, Outer = _outer, Outputs = [.. items.Select(item => (item.Name, item.Value))], OutputsFirst = outputsFirst };
        return new ExpressionAnalyzer(_context, scope, _queries.AnalyzeSubquery, select.Windows);
    }

    /// <summary>A generator in the select list becomes a plan below it.</summary>
    private Plan AddGenerator(SelectBody original, ref SelectBody select, Plan input)
    {
        Expression Inner(Expression item) => item is AliasExpression alias ? alias.Operand : item;
        var index = original.Items.ToList().FindIndex(item => Generators.IsGenerator(Inner(item)));
        if (index < 0)
        {
            return input;
        }

        if (original.Items.Count(item => Generators.IsGenerator(Inner(item))) > 1)
        {
            throw new SparkSqlException("A select list takes one function that gives rows.", original.Items[index].Place);
        }

        if (original.GroupBy is not null)
        {
            throw new SparkSqlException("A function that gives rows beside GROUP BY is not supported: put it in a subquery.", original.Items[index].Place);
        }

        var names = original.Items[index] is AliasExpression named ? named.Names : [];
        var call = (CallExpression)Inner(original.Items[index]);
        var analyzer = Expressions(input, original);
        var columns = Generators.Analyze(_context, input, call, analyzer, false, [], null).Generated.Count;
        var plan = Generators.Analyze(_context, input, call, analyzer, false, names.Count == columns ? names : names.Count == 0 ? [] : throw new SparkSqlException($"'{call.Name}' gives {columns} columns, but {names.Count} names are given.", call.Place), "\0generated");
        select = original with
        {
            Items = [.. original.Items.Take(index), new StarExpression(call.Place, ["\0generated"]), .. original.Items.Skip(index + 1)],
        };
        return plan;
    }

    private List<SelectItem> AnalyzeItems(SelectBody select, Plan input)
    {
        var outputs = new List<(string, TypedExpression)>();
        var analyzer = Expressions(input, select, outputs);
        var items = new List<SelectItem>();
        foreach (var item in select.Items)
        {
            if (item is StarExpression star)
            {
                var columns = _context.Try(() => analyzer.Scope.Star(star.Qualifier, star.Place));
                if (columns is { Count: 0 })
                {
                    _context.Errors.Add(new SqlError("A star needs FROM.", star.Place));
                }

                items.AddRange((columns ?? []).Where(column => star.Qualifier.Count > 0 || column.Qualifier is not ["\0generated"])
                    .Select(column => new SelectItem(column.Name, new TypedColumn(star.Place, column), column.Qualifier)));
                continue;
            }

            var taken = analyzer.Scope.OutputsTaken;
            var value = _context.Try(() => analyzer.Analyze(item));
            if (item is AliasExpression { Names.Count: > 1 } many)
            {
                _context.Errors.Add(new SqlError("Several names take a function that gives several columns.", many.Place));
            }

            // A finding stands for the value: what refers to it is not reported again.
            value ??= new TypedLiteral(item.Place, SparkType.Void, null);
            var name = Naming.Of(item);
            items.Add(new SelectItem(name, value, item is NameExpression && value is TypedColumn column1 ? column1.Attribute.Qualifier : [], analyzer.Scope.OutputsTaken > taken));
            if (item is AliasExpression)
            {
                outputs.Add((name, value));
            }
        }

        return items;
    }

    private Plan Finish(SelectBody select, Plan input, List<SelectItem> items, IReadOnlyList<TypedSort> order)
    {
        var output = items.Select(item => _context.NewAttribute(item.Name, item.Value.Type, item.Value.Nullable, item.Value.Place) with { Qualifier = item.Qualifier is ["\0generated"] ? [] : item.Qualifier }).ToList();
        var expressions = items.Select(item => item.Value).ToList();
        var shownAs = new Dictionary<TypedExpression, Attribute>(SameExpressions.Instance);
        foreach (var (expression, attribute) in expressions.Zip(output))
        {
            shownAs.TryAdd(expression, attribute);
        }

        // What the order needs beyond the select list becomes hidden columns.
        var hidden = new List<(TypedExpression Value, Attribute Attribute)>();
        var sorts = new List<TypedSort>();
        foreach (var item in order)
        {
            var value = ExpressionMapper.Map(item.Value, part => shownAs.TryGetValue(part, out var attribute) ? new TypedColumn(part.Place, attribute) : null);
            var shown = output.Select(attribute => attribute.Id).ToHashSet();
            if (ExpressionMapper.Parts(value).Any(part => (part is TypedColumn column && !column.Outer && !shown.Contains(column.Attribute.Id)) || part is TypedWindow || ExpressionMapper.PlanOf(part) is not null))
            {
                if (select.Distinct)
                {
                    throw new SparkSqlException("With DISTINCT, ORDER BY takes only what stands in the select list.", item.Value.Place);
                }

                var attribute = _context.NewAttribute("order", item.Value.Type, true, item.Value.Place);
                hidden.Add((item.Value, attribute));
                value = new TypedColumn(item.Value.Place, attribute);
            }

            sorts.Add(item with { Value = value });
        }

        Plan plan = new ProjectPlan(input, [.. expressions, .. hidden.Select(item => item.Value)]) { Output = [.. output, .. hidden.Select(item => item.Attribute)] };
        if (select.Distinct)
        {
            if (output.FirstOrDefault(attribute => attribute.Type is MapType) is { } map)
            {
                throw new SparkSqlException("DISTINCT cannot compare maps.", map.Place);
            }

            plan = new DistinctPlan(plan) { Output = plan.Output };
        }

        if (sorts.Count > 0)
        {
            plan = new SortPlan(plan, sorts) { Output = output };
        }

        return plan;
    }
}
