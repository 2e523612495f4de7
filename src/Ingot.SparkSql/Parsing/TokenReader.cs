namespace Ingot.SparkSql.Parsing;

/// <summary>A cursor over tokens.</summary>
internal sealed class TokenReader
{
    /// <summary>How deep expressions and queries may be nested.</summary>
    public const int DepthLimit = 200;

    private readonly IReadOnlyList<Token> _tokens;
    private int _depth;

    public TokenReader(IReadOnlyList<Token> tokens) => _tokens = tokens;

    public int Position { get; set; }

    public Token Current => Peek();

    public Place LastPlace => Position == 0 ? _tokens[0].Place : _tokens[Position - 1].Place;

    public Token Peek(int ahead = 0) => _tokens[Math.Min(Position + ahead, _tokens.Count - 1)];

    public Token Next()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
        {
            Position++;
        }

        return token;
    }

    public bool IsWord(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).IsWord(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsAnyWord(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Current.IsWord(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the words when they all come next.</summary>
    public bool TakeWord(params ReadOnlySpan<string> words)
    {
        if (!IsWord(words))
        {
            return false;
        }

        Position += words.Length;
        return true;
    }

    public bool TakeSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        Position++;
        return true;
    }

    public Place ExpectWord(string word) => TakeWord(word) ? LastPlace : throw Unexpected(word);

    public Place ExpectSymbol(string symbol) => TakeSymbol(symbol) ? LastPlace : throw Unexpected($"'{symbol}'");

    public SparkSqlException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the end of the text" : $"'{Shorten(Current.Text)}'";
        return new SparkSqlException($"Syntax error at {found}: expected {expected}.", Current.Place);
    }

    /// <summary>Counts a level of nesting while the result is not disposed.</summary>
    public Level Enter() => ++_depth <= DepthLimit
        ? new Level(this)
        : throw new SparkSqlException($"The query is nested more than {DepthLimit} levels deep.", Current.Place);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    public readonly ref struct Level(TokenReader reader)
    {
        public void Dispose() => reader._depth--;
    }
}
