using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>GROUP BY and aggregates: groups below, expressions over groups and aggregates above.</summary>
internal sealed class Aggregation
{
    private readonly AnalysisContext _context;
    private readonly Plan _input;
    private readonly SelectBody _select;
    private readonly List<SelectItem> _items;
    private readonly Func<Expression, TypedExpression> _analyze;
    private readonly List<TypedExpression> _groups = [];
    private readonly List<Attribute> _groupAttributes = [];
    private readonly List<TypedExpression> _aggregates = [];
    private readonly Dictionary<TypedExpression, Attribute> _byValue = new(SameExpressions.Instance);
    private readonly List<Attribute> _aggregateAttributes = [];
    private List<IReadOnlyList<int>>? _sets;
    private Attribute? _groupingId;

    public Aggregation(AnalysisContext context, Plan input, SelectBody select, List<SelectItem> items, Func<Expression, TypedExpression> analyze)
    {
        _context = context;
        _input = input;
        _select = select;
        _items = items;
        _analyze = analyze;
    }

    public bool IsNeeded(TypedExpression? having, IReadOnlyList<TypedSort> order) =>
        _select.GroupBy is not null || having is not null
        || _items.Select(item => item.Value).Concat(order.Select(item => item.Value)).Any(HasAggregate);

    public (Plan Input, List<SelectItem> Items, TypedExpression? Having, List<TypedSort> Order) Build(TypedExpression? having, IReadOnlyList<TypedSort> order)
    {
        if (_select.GroupBy is { } groupBy)
        {
            AddGroups(groupBy);
        }

        var items = _items.Select(item => item with { Value = _context.Try(() => Rewrite(item.Value)) ?? item.Value }).ToList();
        var condition = having is null ? null : _context.Try(() => Rewrite(having));
        var sorts = order.Select(item => item with { Value = _context.Try(() => Rewrite(item.Value)) ?? item.Value }).ToList();
        if (condition is not null && ExpressionMapper.Parts(condition).FirstOrDefault(part => part is TypedWindow) is { } window)
        {
            _context.Errors.Add(new SqlError("A window function cannot stand in HAVING.", window.Place));
        }

        if (_context.Errors.Count > 0)
        {
            throw new SparkSqlException(_context.Errors);
        }

        var output = new List<Attribute>(_groupAttributes);
        if (_groupingId is not null)
        {
            output.Add(_groupingId);
        }

        output.AddRange(_aggregateAttributes);
        return (new AggregatePlan(_input, _groups, _sets, _aggregates) { Output = output }, items, condition, sorts);
    }

    private static bool HasAggregate(TypedExpression expression) => expression switch
    {
        TypedAggregate => true,
        TypedWindow window => window.Function.Children.Concat(window.Children.Skip(1)).Any(HasAggregate),
        _ => expression.Children.Any(HasAggregate),
    };

    private void AddGroups(GroupBy groupBy)
    {
        if (groupBy.All && TryName(groupBy.Place) is { } named)
        {
            // ALL is a name where a column or an item has it.
            AddGroup(named);
            return;
        }

        if (groupBy.All)
        {
            foreach (var item in _items)
            {
                if (!HasAggregate(item.Value))
                {
                    AddGroup(item.Value);
                }
                else if (ExpressionMapper.Parts(item.Value).Any(part => part is TypedWindow) || FreeColumns(item.Value).Any())
                {
                    throw new SparkSqlException("GROUP BY ALL cannot tell the groups of an item that mixes an aggregate with columns outside of it.", item.Value.Place);
                }
            }

            return;
        }

        if (groupBy.Elements is null)
        {
            foreach (var item in groupBy.Items)
            {
                _context.Try(() => AddGroup(AnalyzeGroup(item)).ToString());
            }

            return;
        }

        var elements = groupBy.Elements.Select(Expand).ToList();
        List<IReadOnlyList<int>> sets = [[]];
        foreach (var element in elements)
        {
            sets = [.. sets.SelectMany(set => element.Select(more => (IReadOnlyList<int>)[.. set, .. more.Except(set)]))];
        }

        if (sets.Count > 4096)
        {
            throw new SparkSqlException("GROUP BY gives more than 4096 grouping sets.", groupBy.Place);
        }

        _sets = sets;
        _groupingId = _context.NewAttribute("grouping_id", SparkType.Long, false, groupBy.Place);
        for (var i = 0; i < _groupAttributes.Count; i++)
        {
            _groupAttributes[i] = _groupAttributes[i] with { Nullable = true };
            _byValue[_groups[i]] = _groupAttributes[i];
        }
    }

    private static IEnumerable<TypedColumn> FreeColumns(TypedExpression expression) => expression switch
    {
        TypedAggregate => [],
        TypedColumn { Outer: false } column => [column],
        _ => expression.Children.SelectMany(FreeColumns),
    };

    /// <summary>The sets of one element, as indexes of groups.</summary>
    private List<IReadOnlyList<int>> Expand(GroupingElement element)
    {
        List<int> Group(IReadOnlyList<Expression> expressions) => [.. expressions.SelectMany(Flatten).Select(expression => AddGroup(AnalyzeGroup(expression))).Distinct()];
        switch (element.Kind)
        {
            case GroupingKind.Expression:
                return [Group(element.Sets[0])];
            case GroupingKind.Rollup or GroupingKind.Cube when element.Sets.Any(set => set.Count == 0):
                throw new SparkSqlException("ROLLUP and CUBE take no empty group.", element.Place);
            case GroupingKind.Rollup:
                var members = element.Sets.Select(Group).ToList();
                return [.. Enumerable.Range(0, members.Count + 1).Select(left => (IReadOnlyList<int>)[.. members.Take(members.Count - left).SelectMany(member => member).Distinct()])];
            case GroupingKind.Cube:
                var parts = element.Sets.Select(Group).ToList();
                if (parts.Count > 12)
                {
                    throw new SparkSqlException("CUBE takes at most 12 members.", element.Place);
                }

                return [.. Enumerable.Range(0, 1 << parts.Count).Select(bits =>
                    (IReadOnlyList<int>)[.. parts.Where((_, index) => (bits & (1 << (parts.Count - 1 - index))) == 0).SelectMany(member => member).Distinct()])];
            default:
                return [.. element.Sets.SelectMany((set, index) => element.Nested[index] is { } nested ? Expand(nested) : [Group(set)])];
        }
    }

    private static IEnumerable<Expression> Flatten(Expression expression) => expression is RowExpression row ? row.Items : [expression];

    private TypedExpression AnalyzeGroup(Expression expression)
    {
        if (expression is LiteralExpression { Type: IntegralType, Value: long position })
        {
            if (_select.Items.Any(item => item is StarExpression))
            {
                throw new SparkSqlException("With a star in the select list, GROUP BY takes no positions.", expression.Place);
            }

            return NoAggregate(Ordering.At(position, [.. _items.Select(item => item.Value)], expression.Place));
        }

        TypedExpression? value = null;
        try
        {
            value = _analyze(expression);
        }
        catch (SparkSqlException) when (expression is NameExpression { Parts: [var alias] })
        {
            // An alias of the select list, when no column has the name.
            var item = _items.FirstOrDefault(item => item.Name.Equals(alias, StringComparison.OrdinalIgnoreCase));
            if (item is null)
            {
                throw;
            }

            value = !item.UsesAlias ? item.Value
                : throw new SparkSqlException($"GROUP BY cannot take '{alias}', which itself refers to a name of the select list.", expression.Place);
        }

        return NoAggregate(value);
    }

    private static TypedExpression NoAggregate(TypedExpression value) =>
        ExpressionMapper.Parts(value).FirstOrDefault(part => part is TypedAggregate or TypedWindow) is { } found
            ? throw new SparkSqlException("GROUP BY takes no aggregate or window function.", found.Place)
            : value;

    private TypedExpression? TryName(Place place)
    {
        try
        {
            return AnalyzeGroup(new NameExpression(place, ["all"]));
        }
        catch (SparkSqlException)
        {
            return null;
        }
    }

    private int AddGroup(TypedExpression value)
    {
        if (value.Type is MapType || !TypeRules.IsOrderable(value.Type))
        {
            throw new SparkSqlException($"Values of type {value.Type.Name} cannot be grouped.", value.Place);
        }

        var index = IndexOf(value);
        if (index >= 0)
        {
            return index;
        }

        _groups.Add(value);
        var name = value is TypedColumn column ? column.Attribute.Name : "group";
        var attribute = _context.NewAttribute(name, value.Type, value.Nullable, value.Place);
        _groupAttributes.Add(attribute);
        _byValue[value] = attribute;
        return _groups.Count - 1;
    }

    private int IndexOf(TypedExpression value) => _groups.FindIndex(group => SameExpressions.Instance.Equals(group, value));

    private TypedExpression Rewrite(TypedExpression expression) => ExpressionMapper.Map(expression, Replace);

    private TypedExpression? Replace(TypedExpression part)
    {
        if (part is TypedAggregate { Function: "grouping" or "grouping_id" } grouping)
        {
            return Grouping(grouping);
        }

        if (_byValue.TryGetValue(part, out var known))
        {
            return new TypedColumn(part.Place, known);
        }

        switch (part)
        {
            case TypedInSubquery test:
                return test with { Operands = [.. test.Operands.Select(Rewrite)], Plan = ExpressionMapper.Map(test.Plan, ReplaceColumn) };
            case TypedExists test:
                return test with { Plan = ExpressionMapper.Map(test.Plan, ReplaceColumn) };
            case TypedSubquery query:
                return query with { Plan = ExpressionMapper.Map(query.Plan, ReplaceColumn) };
            case TypedWindow window:
                // The function itself is no aggregate of these groups; its arguments may hold some.
                var function = (TypedAggregate)window.Function;
                return window with
                {
                    Function = function with { Arguments = [.. function.Arguments.Select(Rewrite)], Filter = function.Filter is null ? null : Rewrite(function.Filter) },
                    PartitionBy = [.. window.PartitionBy.Select(Rewrite)],
                    OrderBy = [.. window.OrderBy.Select(item => item with { Value = Rewrite(item.Value) })],
                };
            case TypedAggregate aggregate:
                if (aggregate.Children.SelectMany(ExpressionMapper.Parts).FirstOrDefault(inner => inner is TypedAggregate or TypedWindow) is { } nested)
                {
                    throw new SparkSqlException("An aggregate stands within another aggregate.", nested.Place);
                }

                var attribute = _context.NewAttribute(aggregate.Function, aggregate.Type, aggregate.Nullable, aggregate.Place);
                _aggregates.Add(aggregate);
                _aggregateAttributes.Add(attribute);
                _byValue[aggregate] = attribute;
                return new TypedColumn(aggregate.Place, attribute);
            case TypedColumn column:
                return ReplaceColumn(column);
            default:
                return null;
        }
    }

    /// <summary>A column of the input must be a group; within a subquery only the columns that it takes from here are.</summary>
    private TypedExpression? ReplaceColumn(TypedExpression part)
    {
        if (part is not TypedColumn column || _input.Output.All(attribute => attribute.Id != column.Attribute.Id))
        {
            return null;
        }

        return _byValue.TryGetValue(column, out var group)
            ? new TypedColumn(column.Place, group, column.Outer)
            : throw new SparkSqlException($"The column '{column.Attribute.Name}' is neither in GROUP BY nor in an aggregate.", column.Place);
    }

    private TypedExpression Grouping(TypedAggregate call)
    {
        if (_sets is null || _groupingId is null)
        {
            throw new SparkSqlException($"{call.Function} needs ROLLUP, CUBE or GROUPING SETS.", call.Place);
        }

        var indexes = call.Arguments.Select(argument =>
        {
            var index = IndexOf(argument);
            return index >= 0 ? index : throw new SparkSqlException($"{call.Function} takes expressions of GROUP BY.", argument.Place);
        }).ToList();
        var id = new TypedColumn(call.Place, _groupingId);
        if (call.Function == "grouping_id")
        {
            return indexes.Count == 0 || indexes.SequenceEqual(Enumerable.Range(0, _groups.Count))
                ? id
                : throw new SparkSqlException("grouping_id takes all expressions of GROUP BY in their order, or none.", call.Place);
        }

        // Bit i from the right belongs to the last group but i.
        var shift = new TypedLiteral(call.Place, SparkType.Int, (long)(_groups.Count - 1 - indexes[0]));
        var bit = new TypedCall(call.Place, "&", [new TypedCall(call.Place, "shiftright", [id, shift], SparkType.Long, false), new TypedLiteral(call.Place, SparkType.Long, 1L)], SparkType.Long, false);
        return new TypedCast(call.Place, bit, SparkType.Byte, false);
    }
}
