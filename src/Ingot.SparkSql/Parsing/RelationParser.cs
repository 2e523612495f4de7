using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads FROM: tables, subqueries, VALUES, functions, joins, LATERAL VIEW.</summary>
internal sealed class RelationParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly QueryParser _queries;

    /// <summary>The parentheses that begin as a query and are none, so that each is tried once.</summary>
    private readonly HashSet<int> _noQueries = [];

    public RelationParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
    {
        _reader = reader;
        _expressions = expressions;
        _queries = queries;
    }

    public List<Relation> ParseFrom()
    {
        var relations = new List<Relation>();
        do
        {
            var lateral = _reader.TakeWord("LATERAL");
            relations.Add(ParseJoins(ParsePrimary(lateral)));
        }
        while (_reader.TakeSymbol(","));
        return relations;
    }

    public List<LateralView> ParseLateralViews()
    {
        var views = new List<LateralView>();
        while (_reader.IsWord("LATERAL", "VIEW"))
        {
            var start = _reader.Next().Place;
            _reader.Next();
            var outer = _reader.TakeWord("OUTER");
            if (_expressions.ParseValue() is not CallExpression call)
            {
                throw new SparkSqlException("LATERAL VIEW takes a function that gives rows, such as explode.", start);
            }

            string? alias = null;
            var columns = new List<string>();
            if (IsAlias(Keywords.NoTableAlias))
            {
                alias = _reader.Next().Text;
            }

            if (_reader.TakeWord("AS") || (alias is not null && IsAlias(Keywords.NoTableAlias)))
            {
                do
                {
                    columns.Add(ReadName("a column's name"));
                }
                while (_reader.TakeSymbol(","));
            }

            views.Add(new LateralView(start.To(_reader.LastPlace), outer, call, alias, columns));
        }

        return views;
    }

    public ValuesRelation ParseValues()
    {
        var start = _reader.ExpectWord("VALUES");
        var rows = new List<IReadOnlyList<Expression>>();
        do
        {
            var row = _expressions.Parse();
            rows.Add(row switch
            {
                RowExpression items => items.Items,
                CallExpression { Name: var name } call when name.Equals("struct", StringComparison.OrdinalIgnoreCase) => call.Arguments,
                _ => [row],
            });
        }
        while (_reader.TakeSymbol(","));
        return new ValuesRelation(start.To(_reader.LastPlace), rows);
    }

    public List<string> ParseNameParts()
    {
        var parts = new List<string> { ReadName("a table's name") };
        while (_reader.TakeSymbol("."))
        {
            parts.Add(ReadName("a name"));
        }

        return parts;
    }

    public T WithAlias<T>(T relation)
        where T : Relation
    {
        RefuseAfter("TABLESAMPLE", "PIVOT", "UNPIVOT");
        if (!_reader.TakeWord("AS") && !IsAlias(Keywords.NoTableAlias))
        {
            return relation;
        }

        var alias = ReadName("an alias");
        var columns = new List<string>();
        if (_reader.TakeSymbol("("))
        {
            do
            {
                columns.Add(ReadName("a column's name"));
            }
            while (_reader.TakeSymbol(","));
            _reader.ExpectSymbol(")");
        }

        RefuseAfter("TABLESAMPLE", "PIVOT", "UNPIVOT");
        return relation with { Alias = alias, ColumnAliases = columns };
    }

    public bool IsAlias(HashSet<string> notAlias) =>
        _reader.Current.Kind == TokenKind.QuotedName || (_reader.Current.Kind == TokenKind.Word && !notAlias.Contains(_reader.Current.Text));

    private string ReadName(string expected) =>
        _reader.Current.Kind is TokenKind.Word or TokenKind.QuotedName ? _reader.Next().Text : throw _reader.Unexpected(expected);

    private void RefuseAfter(params string[] words)
    {
        if (_reader.IsAnyWord(words) && (_reader.Peek(1).IsSymbol("(") || _reader.Peek(1).Kind == TokenKind.Word))
        {
            throw new SparkSqlException($"{_reader.Current.Text.ToUpperInvariant()} is not supported.", _reader.Current.Place);
        }
    }

    private Relation ParseJoins(Relation left)
    {
        while (true)
        {
            var natural = _reader.IsWord("NATURAL");
            var mark = _reader.Position;
            if (natural)
            {
                _reader.Next();
            }

            if (ReadJoinKind() is not { } kind)
            {
                _reader.Position = mark;
                RefuseAfter("PIVOT", "UNPIVOT");
                return left;
            }

            using var level = _reader.Enter();
            var lateral = _reader.TakeWord("LATERAL");
            var right = ParsePrimary(lateral);
            Expression? on = null;
            var names = new List<string>();
            if (!natural && _reader.TakeWord("ON"))
            {
                on = _expressions.Parse();
            }
            else if (!natural && _reader.TakeWord("USING"))
            {
                _reader.ExpectSymbol("(");
                do
                {
                    names.Add(ReadName("a column's name"));
                }
                while (_reader.TakeSymbol(","));
                _reader.ExpectSymbol(")");
            }

            left = new JoinRelation(left.Place.To(_reader.LastPlace), kind, left, right) { On = on, Using = names, Natural = natural };
        }
    }

    private JoinKind? ReadJoinKind()
    {
        if (_reader.TakeWord("JOIN") || _reader.TakeWord("INNER", "JOIN"))
        {
            return JoinKind.Inner;
        }

        if (_reader.TakeWord("CROSS", "JOIN"))
        {
            return JoinKind.Cross;
        }

        if (_reader.TakeWord("SEMI", "JOIN") || _reader.TakeWord("LEFT", "SEMI", "JOIN"))
        {
            return JoinKind.LeftSemi;
        }

        if (_reader.TakeWord("ANTI", "JOIN") || _reader.TakeWord("LEFT", "ANTI", "JOIN"))
        {
            return JoinKind.LeftAnti;
        }

        if (_reader.TakeWord("LEFT", "JOIN") || _reader.TakeWord("LEFT", "OUTER", "JOIN"))
        {
            return JoinKind.Left;
        }

        if (_reader.TakeWord("RIGHT", "JOIN") || _reader.TakeWord("RIGHT", "OUTER", "JOIN"))
        {
            return JoinKind.Right;
        }

        return _reader.TakeWord("FULL", "JOIN") || _reader.TakeWord("FULL", "OUTER", "JOIN") ? JoinKind.Full : null;
    }

    private Relation ParsePrimary(bool lateral)
    {
        using var level = _reader.Enter();
        var start = _reader.Current.Place;
        if (_reader.IsWord("VALUES"))
        {
            return WithAlias(ParseValues());
        }

        if (_reader.Current.IsSymbol("("))
        {
            return ParseParenthesis(start, lateral);
        }

        if (_reader.Current.Kind == TokenKind.Word && Keywords.NoTableAlias.Contains(_reader.Current.Text) && !_reader.IsWord("TIMESTAMP"))
        {
            throw _reader.Unexpected("a table");
        }

        var name = ParseNameParts();
        var place = start.To(_reader.LastPlace);
        if (name.Count == 1 && _reader.TakeSymbol("("))
        {
            var arguments = new List<Expression>();
            if (!_reader.Current.IsSymbol(")"))
            {
                if (_reader.IsWord("TABLE"))
                {
                    throw new SparkSqlException("A table as an argument is not supported.", _reader.Current.Place);
                }

                arguments = _expressions.ParseList();
            }

            return WithAlias(new FunctionRelation(start.To(_reader.ExpectSymbol(")")), name[0], arguments, lateral));
        }

        if (_reader.IsWord("FOR", "VERSION") || _reader.IsWord("FOR", "SYSTEM_VERSION") || _reader.IsWord("VERSION", "AS") || _reader.IsWord("TIMESTAMP", "AS", "OF"))
        {
            throw new SparkSqlException("Time travel is not supported.", _reader.Current.Place);
        }

        return WithAlias(new TableRelation(place, name));
    }

    private Relation ParseParenthesis(Place start, bool lateral)
    {
        var mark = _reader.Position;
        if (_queries.StartsQuery(1) && !_noQueries.Contains(mark))
        {
            try
            {
                _reader.Next();
                var query = _queries.ParseQuery();
                return WithAlias(new SubqueryRelation(start.To(_reader.ExpectSymbol(")")), query, lateral));
            }
            catch (SparkSqlException) when (_reader.Peek(mark + 1 - _reader.Position).IsSymbol("("))
            {
                // "((SELECT …) a JOIN b)" begins as a query and is a relation.
                _noQueries.Add(mark);
                _reader.Position = mark;
            }
        }

        _reader.ExpectSymbol("(");
        var inner = ParseJoins(ParsePrimary(_reader.TakeWord("LATERAL")));
        var nested = new NestedRelation(start.To(_reader.ExpectSymbol(")")), inner);
        return WithAlias(nested);
    }
}
