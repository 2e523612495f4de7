using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads expressions: boolean operators, predicates, then value operators by precedence.</summary>
internal sealed class ExpressionParser
{
    private readonly TokenReader _reader;
    private readonly PrimaryParser _primary;
    private readonly QueryParser _queries;

    public ExpressionParser(TokenReader reader, QueryParser queries)
    {
        _reader = reader;
        _queries = queries;
        _primary = new PrimaryParser(reader, this, queries);
    }

    public Expression Parse()
    {
        using var level = _reader.Enter();
        return ParseOr();
    }

    /// <summary>A list of expressions with commas between them.</summary>
    public List<Expression> ParseList()
    {
        var list = new List<Expression> { Parse() };
        while (_reader.TakeSymbol(","))
        {
            list.Add(Parse());
        }

        return list;
    }

    /// <summary>An expression without AND, OR, NOT and predicates.</summary>
    public Expression ParseValue() => ParseValue(0);

    public List<SortItem> ParseSortItems()
    {
        var items = new List<SortItem>();
        do
        {
            var value = Parse();
            items.Add(ParseSortTail(value));
        }
        while (_reader.TakeSymbol(","));
        return items;
    }

    public SortItem ParseSortTail(Expression value)
    {
        var descending = _reader.TakeWord("DESC");
        if (!descending)
        {
            _reader.TakeWord("ASC");
        }

        bool? nullsFirst = null;
        if (_reader.TakeWord("NULLS"))
        {
            nullsFirst = _reader.TakeWord("FIRST");
            if (nullsFirst == false)
            {
                _reader.ExpectWord("LAST");
            }
        }

        return new SortItem(value.Place.To(_reader.LastPlace), value, descending, nullsFirst);
    }

    private static (BinaryOperator Operator, int Level)? ValueOperator(Token token)
    {
        if (token.Kind == TokenKind.Word)
        {
            return token.IsWord("DIV") ? (BinaryOperator.IntegerDivide, 6) : null;
        }

        return token.Kind != TokenKind.Symbol ? null : token.Text switch
        {
            "=" or "==" => (BinaryOperator.Equal, 1),
            "<=>" => (BinaryOperator.NullSafeEqual, 1),
            "<>" or "!=" => (BinaryOperator.NotEqual, 1),
            "<" => (BinaryOperator.Less, 1),
            "<=" or "!>" => (BinaryOperator.LessOrEqual, 1),
            ">" => (BinaryOperator.Greater, 1),
            ">=" or "!<" => (BinaryOperator.GreaterOrEqual, 1),
            "|" => (BinaryOperator.BitOr, 2),
            "^" => (BinaryOperator.BitXor, 3),
            "&" => (BinaryOperator.BitAnd, 4),
            "+" => (BinaryOperator.Add, 5),
            "-" => (BinaryOperator.Subtract, 5),
            "||" => (BinaryOperator.Concat, 5),
            "*" => (BinaryOperator.Multiply, 6),
            "/" => (BinaryOperator.Divide, 6),
            "%" => (BinaryOperator.Remainder, 6),
            _ => null,
        };
    }

    private Expression ParseOr()
    {
        var left = ParseAnd();
        while (_reader.TakeWord("OR"))
        {
            var right = ParseAnd();
            left = new BinaryExpression(left.Place.To(right.Place), BinaryOperator.Or, left, right);
        }

        return left;
    }

    private Expression ParseAnd()
    {
        var left = ParseNot();
        while (_reader.TakeWord("AND"))
        {
            var right = ParseNot();
            left = new BinaryExpression(left.Place.To(right.Place), BinaryOperator.And, left, right);
        }

        return left;
    }

    private Expression ParseNot()
    {
        var start = _reader.Current.Place;
        if (_reader.TakeWord("NOT") || _reader.TakeSymbol("!"))
        {
            using var level = _reader.Enter();
            var operand = ParseNot();
            return new UnaryExpression(start.To(operand.Place), UnaryOperator.Not, operand);
        }

        if (_reader.IsWord("EXISTS") && _reader.Peek(1).IsSymbol("(") && _queries.StartsQuery(2))
        {
            _reader.Position += 2;
            var query = _queries.ParseQuery();
            return new ExistsExpression(start.To(_reader.ExpectSymbol(")")), query);
        }

        return ParsePredicate(ParseValue());
    }

    private Expression ParsePredicate(Expression operand)
    {
        if (_reader.TakeWord("IS"))
        {
            return ParseIs(operand);
        }

        var negated = _reader.IsWord("NOT") && (_reader.Peek(1).Kind == TokenKind.Word);
        var mark = _reader.Position;
        if (negated)
        {
            _reader.Next();
        }

        if (_reader.TakeWord("BETWEEN"))
        {
            var low = ParseValue();
            _reader.ExpectWord("AND");
            var high = ParseValue();
            return new BetweenExpression(operand.Place.To(high.Place), operand, low, high, negated);
        }

        if (_reader.TakeWord("IN"))
        {
            return ParseIn(operand, negated);
        }

        LikeKind? kind = _reader.TakeWord("LIKE") ? LikeKind.Like
            : _reader.TakeWord("ILIKE") ? LikeKind.ILike
            : _reader.TakeWord("RLIKE") || _reader.TakeWord("REGEXP") ? LikeKind.RLike
            : null;
        if (kind is { } found)
        {
            return ParseLike(operand, found, negated);
        }

        _reader.Position = mark;
        return operand;
    }

    private Expression ParseIs(Expression operand)
    {
        var negated = _reader.TakeWord("NOT");
        if (_reader.TakeWord("DISTINCT"))
        {
            _reader.ExpectWord("FROM");
            var right = ParseValue();
            Expression same = new BinaryExpression(operand.Place.To(right.Place), BinaryOperator.NullSafeEqual, operand, right);
            return negated ? same : new UnaryExpression(same.Place, UnaryOperator.Not, same);
        }

        bool? test = _reader.TakeWord("TRUE") ? true : _reader.TakeWord("FALSE") ? false : null;
        var unknown = test is null && _reader.TakeWord("UNKNOWN");
        if (test is null && !unknown)
        {
            _reader.ExpectWord("NULL");
        }

        return new IsExpression(operand.Place.To(_reader.LastPlace), operand, test, negated) { Unknown = unknown };
    }

    private Expression ParseIn(Expression operand, bool negated)
    {
        _reader.ExpectSymbol("(");
        if (_queries.StartsQuery(0))
        {
            var query = _queries.ParseQuery();
            return new InSubqueryExpression(operand.Place.To(_reader.ExpectSymbol(")")), operand, query, negated);
        }

        var items = ParseList();
        return new InListExpression(operand.Place.To(_reader.ExpectSymbol(")")), operand, items, negated);
    }

    private LikeExpression ParseLike(Expression operand, LikeKind kind, bool negated)
    {
        var quantifier = kind == LikeKind.RLike || !_reader.Peek(1).IsSymbol("(") ? LikeQuantifier.One
            : _reader.IsAnyWord("ANY", "SOME") ? LikeQuantifier.Any
            : _reader.IsWord("ALL") ? LikeQuantifier.All
            : LikeQuantifier.One;
        if (quantifier != LikeQuantifier.One)
        {
            _reader.Position += 1;
            _reader.ExpectSymbol("(");
            if (_reader.Current.IsSymbol(")"))
            {
                throw new SparkSqlException("Expected something between '(' and ')'.", _reader.Current.Place);
            }

            var patterns = ParseList();
            return new LikeExpression(operand.Place.To(_reader.ExpectSymbol(")")), kind, operand, patterns, quantifier, null, negated);
        }

        var pattern = ParseValue();
        char? escape = null;
        if (kind != LikeKind.RLike && _reader.TakeWord("ESCAPE"))
        {
            var token = _reader.Next();
            escape = token.Value is string { Length: 1 } text ? text[0] : throw new SparkSqlException("ESCAPE takes a string of one character.", token.Place);
        }

        return new LikeExpression(operand.Place.To(_reader.LastPlace), kind, operand, [pattern], quantifier, escape, negated);
    }

    private Expression ParseValue(int minimum)
    {
        var left = ParseUnary();
        while (ValueOperator(_reader.Current) is { } next && next.Level > minimum)
        {
            _reader.Next();
            var right = ParseValue(next.Level);
            left = new BinaryExpression(left.Place.To(right.Place), next.Operator, left, right);
        }

        return left;
    }

    private Expression ParseUnary()
    {
        var token = _reader.Current;
        UnaryOperator? sign = token.Kind != TokenKind.Symbol ? null : token.Text switch
        {
            "-" when _reader.Peek(1).Kind != TokenKind.Number => UnaryOperator.Minus,
            "+" => UnaryOperator.Plus,
            "~" => UnaryOperator.BitNot,
            _ => null,
        };
        if (sign is not { } found)
        {
            return _primary.Parse();
        }

        using var level = _reader.Enter();
        _reader.Next();
        var operand = ParseUnary();
        return new UnaryExpression(token.Place.To(operand.Place), found, operand);
    }
}
