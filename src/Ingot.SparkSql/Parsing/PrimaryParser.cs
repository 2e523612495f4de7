using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads what operators stand between: literals, names, calls, CASE, subqueries, and what follows them (fields, subscripts, casts).</summary>
internal sealed class PrimaryParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly QueryParser _queries;
    private readonly CallParser _calls;

    public PrimaryParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
    {
        _reader = reader;
        _expressions = expressions;
        _queries = queries;
        _calls = new CallParser(reader, expressions);
    }

    public Expression Parse()
    {
        var value = ParseStart();
        while (true)
        {
            if (_reader.TakeSymbol("::"))
            {
                var type = TypeParser.Parse(_reader);
                value = new CastExpression(value.Place.To(_reader.LastPlace), value, type, Try: false);
            }
            else if (_reader.TakeSymbol("["))
            {
                var index = _expressions.ParseValue();
                value = new SubscriptExpression(value.Place.To(_reader.ExpectSymbol("]")), value, index);
            }
            else if (value is not StarExpression && _reader.TakeSymbol("."))
            {
                value = ParseField(value);
            }
            else
            {
                return value;
            }
        }
    }

    private Expression ParseField(Expression value)
    {
        var token = _reader.Current;
        if (token.IsSymbol("*") && value is NameExpression qualifier)
        {
            _reader.Next();
            return new StarExpression(value.Place.To(token.Place), qualifier.Parts);
        }

        if (token.Kind is not (TokenKind.Word or TokenKind.QuotedName))
        {
            throw _reader.Unexpected("a name");
        }

        _reader.Next();
        var place = value.Place.To(token.Place);
        if (value is NameExpression name)
        {
            if (_reader.Current.IsSymbol("("))
            {
                throw new SparkSqlException($"The function '{string.Join('.', name.Parts)}.{token.Text}' is not supported: functions of a catalog are none of Spark's own.", place);
            }

            return name with { Place = place, Parts = [.. name.Parts, token.Text] };
        }

        return new FieldExpression(place, value, token.Text);
    }

    private Expression ParseStart()
    {
        var token = _reader.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _reader.Next();
                return NumberReader.Read(token.Text, token.Place);
            case TokenKind.String:
                return ParseString();
            case TokenKind.QuotedName:
                _reader.Next();
                if (_reader.Current.IsSymbol("("))
                {
                    return _calls.ParseCall(token);
                }

                return _reader.Current.IsSymbol("->") ? ParseLambda(token.Place, [token.Text]) : new NameExpression(token.Place, [token.Text]);
            case TokenKind.Symbol:
                return ParseSymbol(token);
            case TokenKind.Word:
                return ParseWord(token);
            default:
                throw _reader.Unexpected("an expression");
        }
    }

    private Expression ParseSymbol(Token token)
    {
        switch (token.Text)
        {
            case "-" when _reader.Peek(1).Kind == TokenKind.Number:
                _reader.Next();
                var number = _reader.Next();
                return NumberReader.Read(number.Text, token.Place.To(number.Place), negative: true);
            case "*":
                _reader.Next();
                return new StarExpression(token.Place, []);
            case "(":
                return ParseParenthesis(token.Place);
            default:
                throw _reader.Unexpected("an expression");
        }
    }

    private Expression ParseParenthesis(Place start)
    {
        if (_queries.StartsQuery(1))
        {
            _reader.Next();
            var query = _queries.ParseQuery();
            return new SubqueryExpression(start.To(_reader.ExpectSymbol(")")), query);
        }

        if (TryParseLambdaParameters() is { } parameters)
        {
            return ParseLambda(start, parameters);
        }

        _reader.Next();
        using var level = _reader.Enter();
        var items = new List<Expression> { ParseNamed() };
        while (_reader.TakeSymbol(","))
        {
            items.Add(ParseNamed());
        }

        var end = _reader.ExpectSymbol(")");
        return items is [not AliasExpression] ? items[0] : new RowExpression(start.To(end), items);
    }

    /// <summary>An expression with or without AS name, as a row's items have it.</summary>
    private Expression ParseNamed()
    {
        var value = _expressions.Parse();
        if (!_reader.TakeWord("AS"))
        {
            return value;
        }

        var name = _reader.Next();
        return name.Kind is TokenKind.Word or TokenKind.QuotedName
            ? new AliasExpression(value.Place.To(name.Place), value, [name.Text])
            : throw _reader.Unexpected("a name");
    }

    private List<string>? TryParseLambdaParameters()
    {
        var ahead = 1;
        var names = new List<string>();
        while (_reader.Peek(ahead).Kind is TokenKind.Word or TokenKind.QuotedName)
        {
            names.Add(_reader.Peek(ahead).Text);
            ahead++;
            if (!_reader.Peek(ahead).IsSymbol(","))
            {
                break;
            }

            ahead++;
        }

        if (names.Count < 2 || !_reader.Peek(ahead).IsSymbol(")") || !_reader.Peek(ahead + 1).IsSymbol("->"))
        {
            return null;
        }

        _reader.Position += ahead + 1;
        return names;
    }

    private LambdaExpression ParseLambda(Place start, IReadOnlyList<string> parameters)
    {
        _reader.ExpectSymbol("->");
        var body = _expressions.Parse();
        return new LambdaExpression(start.To(body.Place), parameters, body);
    }

    private LiteralExpression ParseString()
    {
        var first = _reader.Next();
        var value = (string)first.Value!;
        while (_reader.Current.Kind == TokenKind.String)
        {
            value += (string)_reader.Next().Value!;
        }

        return new LiteralExpression(first.Place.To(_reader.LastPlace), SparkType.String, value);
    }

    private Expression ParseWord(Token token)
    {
        var next = _reader.Peek(1);
        switch (token.Text.ToUpperInvariant())
        {
            case "NULL":
                _reader.Next();
                return new LiteralExpression(token.Place, SparkType.Void, null);
            case "TRUE" or "FALSE":
                _reader.Next();
                return new LiteralExpression(token.Place, SparkType.Boolean, token.IsWord("TRUE"));
            case "CASE" when !next.IsSymbol("."):
                return ParseCase();
            case "CAST" or "TRY_CAST" when next.IsSymbol("("):
                return ParseCast(token);
            case "DATE" or "TIMESTAMP" or "TIMESTAMP_LTZ" or "TIMESTAMP_NTZ" or "X" when next.Kind == TokenKind.String:
                _reader.Next();
                var text = _reader.Next();
                return TypedLiteralReader.Read(token.Text.ToUpperInvariant(), (string)text.Value!, token.Place.To(text.Place));
            case "INTERVAL" when IntervalParser.Starts(_reader):
                return IntervalParser.Parse(_reader);
            case "CURRENT_DATE" or "CURRENT_TIMESTAMP" or "CURRENT_USER" or "USER" or "SESSION_USER" when !next.IsSymbol("(") && !next.IsSymbol("."):
                _reader.Next();
                return token.IsWord("USER") || token.IsWord("SESSION_USER")
                    ? new NameExpression(token.Place, [token.Text])
                    : new CallExpression(token.Place, token.Text, []);
            default:
                _reader.Next();
                if (next.IsSymbol("("))
                {
                    return _calls.ParseCall(token);
                }

                return next.IsSymbol("->") ? ParseLambda(token.Place, [token.Text]) : ParseName(token);
        }
    }

    private static NameExpression ParseName(Token token) => Keywords.EndExpressions.Contains(token.Text)
        ? throw new SparkSqlException($"Syntax error at '{token.Text}': expected an expression.", token.Place)
        : new NameExpression(token.Place, [token.Text]);

    private CastExpression ParseCast(Token token)
    {
        _reader.Position += 2;
        var operand = _expressions.Parse();
        _reader.ExpectWord("AS");
        var type = TypeParser.Parse(_reader);
        return new CastExpression(token.Place.To(_reader.ExpectSymbol(")")), operand, type, token.IsWord("TRY_CAST"));
    }

    private CaseExpression ParseCase()
    {
        using var level = _reader.Enter();
        var start = _reader.Next().Place;
        var operand = _reader.IsWord("WHEN") ? null : _expressions.Parse();
        var branches = new List<CaseBranch>();
        while (_reader.TakeWord("WHEN"))
        {
            var when = _expressions.Parse();
            _reader.ExpectWord("THEN");
            branches.Add(new CaseBranch(when, _expressions.Parse()));
        }

        if (branches.Count == 0)
        {
            throw _reader.Unexpected("WHEN");
        }

        var otherwise = _reader.TakeWord("ELSE") ? _expressions.Parse() : null;
        return new CaseExpression(start.To(_reader.ExpectWord("END")), operand, branches, otherwise);
    }
}
