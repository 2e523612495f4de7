using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads queries.</summary>
internal sealed class QueryParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly RelationParser _relations;
    private readonly SelectParser _selects;

    public QueryParser(IReadOnlyList<Token> tokens)
    {
        _reader = new TokenReader(tokens);
        _expressions = new ExpressionParser(_reader, this);
        _relations = new RelationParser(_reader, _expressions, this);
        _selects = new SelectParser(_reader, _expressions, _relations);
    }

    public Query ParseWholeQuery()
    {
        if (!StartsQuery(0))
        {
            throw _reader.Unexpected("SELECT or WITH");
        }

        var query = ParseQuery();
        _reader.TakeSymbol(";");
        return _reader.Current.Kind == TokenKind.End ? query : throw _reader.Unexpected("the end of the query");
    }

    public Expression ParseWholeExpression()
    {
        var expression = _expressions.Parse();
        return _reader.Current.Kind == TokenKind.End ? expression : throw _reader.Unexpected("the end of the expression");
    }

    /// <summary>Whether a query begins some tokens ahead.</summary>
    public bool StartsQuery(int ahead)
    {
        while (_reader.Peek(ahead).IsSymbol("("))
        {
            ahead++;
        }

        var token = _reader.Peek(ahead);
        var next = _reader.Peek(ahead + 1);
        return token.IsWord("SELECT") || token.IsWord("FROM")
            || (token.IsWord("WITH") && next.Kind is TokenKind.Word or TokenKind.QuotedName)
            || (token.IsWord("VALUES") && next.Kind != TokenKind.End && !next.IsSymbol(")") && !next.IsSymbol(","))
            || (token.IsWord("TABLE") && next.Kind is TokenKind.Word or TokenKind.QuotedName);
    }

    public Query ParseQuery()
    {
        using var level = _reader.Enter();
        var start = _reader.Current.Place;
        var with = _reader.TakeWord("WITH") ? ParseWith() : [];
        var body = ParseBody(0);
        return ParseTail(start, with, body);
    }

    private List<CommonTable> ParseWith()
    {
        var tables = new List<CommonTable>();
        do
        {
            var name = _reader.Next();
            if (name.Kind is not (TokenKind.Word or TokenKind.QuotedName))
            {
                _reader.Position--;
                throw _reader.Unexpected("a name");
            }

            var columns = new List<string>();
            if (_reader.TakeSymbol("("))
            {
                do
                {
                    var column = _reader.Next();
                    columns.Add(column.Kind is TokenKind.Word or TokenKind.QuotedName ? column.Text : throw new SparkSqlException("Expected a column's name.", column.Place));
                }
                while (_reader.TakeSymbol(","));
                _reader.ExpectSymbol(")");
            }

            _reader.TakeWord("AS");
            _reader.ExpectSymbol("(");
            var query = ParseQuery();
            _reader.ExpectSymbol(")");
            tables.Add(new CommonTable(name.Place, name.Text, columns, query));
        }
        while (_reader.TakeSymbol(","));
        return tables;
    }

    private Query ParseTail(Place start, IReadOnlyList<CommonTable> with, QueryBody body)
    {
        IReadOnlyList<SortItem> order = [];
        SortItem? all = null;
        var within = false;
        if (_reader.TakeWord("ORDER", "BY"))
        {
            if (_reader.IsWord("ALL") && !_reader.Peek(1).IsSymbol(".") && !_reader.Peek(1).IsSymbol("("))
            {
                var token = _reader.Next();
                all = _expressions.ParseSortTail(new NameExpression(token.Place, [token.Text]));
                if (_reader.Current.IsSymbol(","))
                {
                    // ALL is a column when more follows.
                    _reader.Next();
                    order = [all, .. _expressions.ParseSortItems()];
                    all = null;
                }
            }
            else
            {
                order = _expressions.ParseSortItems();
            }
        }
        else if (_reader.TakeWord("SORT", "BY"))
        {
            order = _expressions.ParseSortItems();
            within = true;
        }
        else if (_reader.TakeWord("CLUSTER", "BY") || _reader.TakeWord("DISTRIBUTE", "BY"))
        {
            _expressions.ParseList();
            if (_reader.TakeWord("SORT", "BY"))
            {
                _expressions.ParseSortItems();
            }

            within = true;
        }

        body = body is SelectBody select && _reader.IsWord("WINDOW") ? select with { Windows = _selects.ParseWindows() } : body;
        Expression? limit = null;
        Expression? offset = null;
        if (_reader.TakeWord("LIMIT"))
        {
            limit = _reader.TakeWord("ALL") ? null : _expressions.Parse();
        }

        if (_reader.TakeWord("OFFSET"))
        {
            offset = _expressions.Parse();
        }

        return new Query(start.To(_reader.LastPlace), with, body, order, limit, offset)
        {
            OrderByAll = all is not null,
            OrderByAllItem = all,
            SortWithinPartitions = within,
        };
    }

    private static (SetOperationKind Kind, int Level)? SetOperation(Token token) =>
        token.Kind != TokenKind.Word ? null : token.Text.ToUpperInvariant() switch
        {
            "UNION" => (SetOperationKind.Union, 1),
            "EXCEPT" or "MINUS" or "SETMINUS" => (SetOperationKind.Except, 1),
            "INTERSECT" => (SetOperationKind.Intersect, 2),
            _ => null,
        };

    private QueryBody ParseBody(int minimum)
    {
        var left = ParseTerm();
        while (SetOperation(_reader.Current) is { } operation && operation.Level > minimum)
        {
            _reader.Next();
            var all = _reader.TakeWord("ALL");
            if (!all)
            {
                _reader.TakeWord("DISTINCT");
            }

            var right = ParseBody(operation.Level);
            left = new SetOperationBody(left.Place.To(right.Place), operation.Kind, all, left, right);
        }

        return left;
    }

    private QueryBody ParseTerm()
    {
        var start = _reader.Current.Place;
        if (_reader.TakeSymbol("("))
        {
            var query = ParseQuery();
            return new NestedBody(start.To(_reader.ExpectSymbol(")")), query);
        }

        if (_reader.IsWord("VALUES"))
        {
            var values = _relations.WithAlias(_relations.ParseValues());
            return new ValuesBody(start.To(_reader.LastPlace), values);
        }

        if (_reader.TakeWord("TABLE"))
        {
            var nameStart = _reader.Current.Place;
            var name = _relations.ParseNameParts();
            return new TableBody(start.To(_reader.LastPlace), new TableRelation(nameStart.To(_reader.LastPlace), name));
        }

        return _selects.Parse();
    }
}
