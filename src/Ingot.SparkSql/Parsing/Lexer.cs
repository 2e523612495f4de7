namespace Ingot.SparkSql.Parsing;

/// <summary>Cuts a text into tokens, as SqlBaseLexer of Spark 3.5 does with the default settings.</summary>
internal sealed class Lexer
{
    private static readonly string[] Symbols =
    [
        "<=>", "<>", "!=", "<=", ">=", "!<", "!>", "==", "||", "->", "=>", "::",
        "=", "<", ">", "|", "&", "^", "~", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", ",", ".", ";", ":", "?", "!", "@",
    ];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _offset;
    private int _line = 1;
    private int _lineStart;

    private Lexer(string text) => _text = text;

    /// <summary>The tokens of a text, and one of kind End after them.</summary>
    public static IReadOnlyList<Token> ReadAll(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlanks())
        {
            lexer._tokens.Add(lexer.ReadToken());
        }

        lexer._tokens.Add(new Token(TokenKind.End, "", lexer.PlaceHere(0)));
        return lexer._tokens;
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private char Peek(int ahead = 0) => _offset + ahead < _text.Length ? _text[_offset + ahead] : '\0';

    private Place PlaceHere(int length) => new(_offset, length, _line, _offset - _lineStart + 1);

    private void Advance(int count)
    {
        for (var end = _offset + count; _offset < end; _offset++)
        {
            if (_text[_offset] == '\n')
            {
                _line++;
                _lineStart = _offset + 1;
            }
        }
    }

    /// <returns>Whether a token follows.</returns>
    private bool SkipBlanks()
    {
        while (_offset < _text.Length)
        {
            if (char.IsWhiteSpace(Peek()) || Peek() is '\uFEFF')
            {
                Advance(1);
            }
            else if (Peek() == '-' && Peek(1) == '-')
            {
                var end = _text.IndexOf('\n', _offset);
                while (end > 0 && _text[end - 1] == '\\')
                {
                    end = _text.IndexOf('\n', end + 1);
                }

                Advance((end < 0 ? _text.Length : end) - _offset);
            }
            else if (Peek() == '/' && Peek(1) == '*')
            {
                SkipComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipComment()
    {
        var start = PlaceHere(2);
        var depth = 0;
        do
        {
            if (_offset + 1 >= _text.Length)
            {
                throw new SparkSqlException("The comment is not closed; expected */.", start);
            }

            var step = (Peek(), Peek(1)) switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            depth += step;
            Advance(step == 0 ? 1 : 2);
        }
        while (depth > 0);
    }

    private Token ReadToken()
    {
        var first = Peek();
        if (first is '\'' or '"')
        {
            return ReadString(raw: false);
        }

        if (first is 'r' or 'R' && Peek(1) is '\'' or '"')
        {
            return ReadString(raw: true);
        }

        if (first == '`')
        {
            return ReadQuotedName();
        }

        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Peek(1)) && !FollowsName()))
        {
            var length = NumberReader.LengthOf(_text.AsSpan(_offset));
            if (length > 0)
            {
                var place = PlaceHere(length);
                var text = _text.Substring(_offset, length);
                Advance(length);
                return new Token(TokenKind.Number, text, place);
            }
        }

        if (IsWordCharacter(first))
        {
            var length = 1;
            while (IsWordCharacter(Peek(length)))
            {
                length++;
            }

            return Take(TokenKind.Word, length);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(_text, _offset, symbol, 0, symbol.Length) == 0)
            {
                return Take(TokenKind.Symbol, symbol.Length);
            }
        }

        throw new SparkSqlException($"Unexpected character '{first}'; a name with other characters than letters, digits and _ stands in back-ticks.", PlaceHere(1));
    }

    /// <summary>Whether a point here is that of a name, as in <c>t.1a</c>, because it touches what comes before.</summary>
    private bool FollowsName() =>
        _tokens is [.., { Kind: TokenKind.Word or TokenKind.QuotedName } last] && last.Place.Offset + last.Place.Length == _offset;

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _text.Substring(_offset, length), PlaceHere(length));
        Advance(length);
        return token;
    }

    private Token ReadQuotedName()
    {
        var start = PlaceHere(1);
        var end = _offset + 1;
        while (true)
        {
            end = end < _text.Length ? _text.IndexOf('`', end) : -1;
            if (end < 0)
            {
                throw new SparkSqlException("The name is not closed; expected a back-tick.", start);
            }

            if (end + 1 < _text.Length && _text[end + 1] == '`')
            {
                end += 2;
                continue;
            }

            break;
        }

        var name = _text[(_offset + 1)..end].Replace("``", "`", StringComparison.Ordinal);
        var place = PlaceHere(end + 1 - _offset);
        if (name.Length == 0)
        {
            throw new SparkSqlException("The name between the back-ticks is empty.", place);
        }

        Advance(end + 1 - _offset);
        return new Token(TokenKind.QuotedName, name, place);
    }

    private Token ReadString(bool raw)
    {
        var open = _offset + (raw ? 1 : 0);
        var quote = _text[open];
        var end = open + 1;
        while (end < _text.Length && _text[end] != quote)
        {
            end += !raw && _text[end] == '\\' ? 2 : 1;
        }

        if (end >= _text.Length)
        {
            throw new SparkSqlException($"The string is not closed; expected {quote}.", PlaceHere(1));
        }

        var place = PlaceHere(end + 1 - _offset);
        var body = _text[(open + 1)..end];
        var text = _text.Substring(_offset, place.Length);
        Advance(place.Length);
        return new Token(TokenKind.String, text, place, raw ? body : StringEscapes.Read(body));
    }
}
