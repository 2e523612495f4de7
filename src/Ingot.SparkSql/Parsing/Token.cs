namespace Ingot.SparkSql.Parsing;

/// <summary>A token: its kind, its text as written (a symbol or word), and what it means.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Place Place, object? Value = null)
{
    public bool IsWord(string word) => Kind == TokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}

internal enum TokenKind
{
    /// <summary>A word without quotes: a keyword or a name.</summary>
    Word,

    /// <summary>A name in back-ticks; its value is in Text.</summary>
    QuotedName,

    /// <summary>A string; its value is in Value.</summary>
    String,

    /// <summary>A number; whether a minus stands before it decides its range.</summary>
    Number,

    /// <summary>An operator or punctuation.</summary>
    Symbol,

    End,
}
