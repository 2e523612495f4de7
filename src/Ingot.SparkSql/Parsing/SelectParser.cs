using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads SELECT up to HAVING and WINDOW.</summary>
internal sealed class SelectParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly RelationParser _relations;
    private readonly CallParser _calls;

    public SelectParser(TokenReader reader, ExpressionParser expressions, RelationParser relations)
    {
        _reader = reader;
        _expressions = expressions;
        _relations = relations;
        _calls = new CallParser(reader, expressions);
    }

    public SelectBody Parse()
    {
        var start = _reader.Current.Place;
        var fromFirst = _reader.TakeWord("FROM") ? _relations.ParseFrom() : null;
        _reader.ExpectWord("SELECT");
        if (_reader.Current.IsWord("TRANSFORM") && _reader.Peek(1).IsSymbol("(") && _reader.Peek(2).IsSymbol("*"))
        {
            throw new SparkSqlException("SELECT TRANSFORM with a script is not supported.", _reader.Current.Place);
        }

        var distinct = _reader.TakeWord("DISTINCT");
        if (!distinct && _reader.IsWord("ALL") && !_reader.Peek(1).IsWord("FROM") && !_reader.Peek(1).IsSymbol(","))
        {
            _reader.Next();
        }

        var items = new List<Expression> { ParseItem() };
        while (_reader.TakeSymbol(","))
        {
            items.Add(ParseItem());
        }

        var from = fromFirst ?? (_reader.TakeWord("FROM") ? _relations.ParseFrom() : []);
        var views = _relations.ParseLateralViews();
        var where = _reader.TakeWord("WHERE") ? _expressions.Parse() : null;
        var group = _reader.IsWord("GROUP", "BY") ? ParseGroupBy() : null;
        var having = _reader.TakeWord("HAVING") ? _expressions.Parse() : null;
        if (_reader.IsWord("QUALIFY"))
        {
            throw new SparkSqlException("QUALIFY is not Spark SQL: filter on the window function in an outer query.", _reader.Current.Place);
        }

        var windows = _reader.IsWord("WINDOW") ? ParseWindows() : [];
        return new SelectBody(start.To(_reader.LastPlace), items, from)
        {
            Distinct = distinct,
            LateralViews = views,
            Where = where,
            GroupBy = group,
            Having = having,
            Windows = windows,
        };
    }

    public List<NamedWindow> ParseWindows()
    {
        _reader.ExpectWord("WINDOW");
        var windows = new List<NamedWindow>();
        do
        {
            var name = _reader.Next();
            if (name.Kind is not (TokenKind.Word or TokenKind.QuotedName))
            {
                _reader.Position--;
                throw _reader.Unexpected("a window's name");
            }

            _reader.ExpectWord("AS");
            windows.Add(new NamedWindow(name.Place, name.Text, _calls.ParseWindow()));
        }
        while (_reader.TakeSymbol(","));
        return windows;
    }

    private Expression ParseItem()
    {
        var value = _expressions.Parse();
        if (_reader.TakeWord("AS"))
        {
            if (_reader.TakeSymbol("("))
            {
                var names = new List<string>();
                do
                {
                    names.Add(ReadName());
                }
                while (_reader.TakeSymbol(","));
                return new AliasExpression(value.Place.To(_reader.ExpectSymbol(")")), value, names);
            }

            return new AliasExpression(value.Place.To(_reader.Current.Place), value, [ReadName()]);
        }

        return _relations.IsAlias(Keywords.NoColumnAlias)
            ? new AliasExpression(value.Place.To(_reader.Current.Place), value, [ReadName()])
            : value;
    }

    private string ReadName() =>
        _reader.Current.Kind is TokenKind.Word or TokenKind.QuotedName ? _reader.Next().Text : throw _reader.Unexpected("a name");

    private GroupBy ParseGroupBy()
    {
        var start = _reader.Next().Place;
        _reader.Next();
        if (_reader.IsWord("ALL") && !_reader.Peek(1).IsSymbol(".") && !_reader.Peek(1).IsSymbol(",") && !_reader.Peek(1).IsSymbol("("))
        {
            _reader.Next();
            return new GroupBy(start.To(_reader.LastPlace), []) { All = true };
        }

        var elements = new List<GroupingElement>();
        do
        {
            elements.Add(ParseElement());
        }
        while (_reader.TakeSymbol(","));

        var plain = elements.All(element => element.Kind == GroupingKind.Expression);
        var items = plain ? elements.Select(element => element.Sets[0][0]).ToList() : [];
        if (plain && _reader.IsWord("WITH", "ROLLUP") | _reader.IsWord("WITH", "CUBE"))
        {
            _reader.Next();
            var kind = _reader.Next().IsWord("ROLLUP") ? GroupingKind.Rollup : GroupingKind.Cube;
            elements = [new GroupingElement(start.To(_reader.LastPlace), kind, [.. items.Select(item => new[] { item })], [])];
            plain = false;
        }
        else if (plain && _reader.IsWord("GROUPING", "SETS"))
        {
            elements = [ParseElement()];
            plain = false;
        }

        return new GroupBy(start.To(_reader.LastPlace), items) { Elements = plain ? null : elements };
    }

    private GroupingElement ParseElement()
    {
        var start = _reader.Current.Place;
        if (_reader.IsAnyWord("ROLLUP", "CUBE") && _reader.Peek(1).IsSymbol("("))
        {
            var kind = _reader.Next().IsWord("ROLLUP") ? GroupingKind.Rollup : GroupingKind.Cube;
            var (sets, _) = ParseSets(nested: false);
            return new GroupingElement(start.To(_reader.LastPlace), kind, sets, []);
        }

        if (_reader.TakeWord("GROUPING", "SETS"))
        {
            var (sets, nested) = ParseSets(nested: true);
            return new GroupingElement(start.To(_reader.LastPlace), GroupingKind.Sets, sets, nested);
        }

        var value = _expressions.Parse();
        return new GroupingElement(value.Place, GroupingKind.Expression, [[value]], []);
    }

    private (List<IReadOnlyList<Expression>> Sets, List<GroupingElement?> Nested) ParseSets(bool nested)
    {
        using var level = _reader.Enter();
        var sets = new List<IReadOnlyList<Expression>>();
        var elements = new List<GroupingElement?>();
        _reader.ExpectSymbol("(");
        do
        {
            if (nested && ((_reader.IsAnyWord("ROLLUP", "CUBE") && _reader.Peek(1).IsSymbol("(")) || _reader.IsWord("GROUPING", "SETS")))
            {
                elements.Add(ParseElement());
                sets.Add([]);
                continue;
            }

            elements.Add(null);
            if (_reader.Current.IsSymbol("(") && _reader.Peek(1).IsSymbol(")"))
            {
                _reader.Position += 2;
                sets.Add([]);
                continue;
            }

            var item = _expressions.Parse();
            sets.Add(item is RowExpression row ? row.Items : [item]);
        }
        while (_reader.TakeSymbol(","));
        _reader.ExpectSymbol(")");
        return (sets, elements);
    }
}
