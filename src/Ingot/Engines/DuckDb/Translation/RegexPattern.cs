using System.Globalization;
using System.Text;
using Ingot.SparkSql;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>A regular expression of Java's, as far as RE2 reads it alike, written for RE2. What both do not read alike is refused.</summary>
internal sealed class RegexPattern
{
    private const string LineEnds = @"\n\r\x{85}\x{2028}\x{2029}";

    private readonly string _text;
    private readonly Place _place;
    private readonly StringBuilder _result = new();
    private readonly StringBuilder _literal = new();
    private int _position;
    private bool _isLiteral = true;
    private bool _ignoreCase;

    private RegexPattern(string text, Place place)
    {
        _text = text;
        _place = place;
    }

    /// <summary>The pattern as a DuckDB string literal.</summary>
    public string Sql { get; private set; } = "";

    /// <summary>The number of capturing groups.</summary>
    public int Groups { get; private set; }

    /// <summary>Whether it may match without taking a character.</summary>
    public bool MatchesEmpty { get; private set; }

    /// <summary>Whether $ stands in it.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>The text that it alone matches, when it is no more than that.</summary>
    public string? Literal { get; private set; }

    public static RegexPattern Read(string text, Place place)
    {
        var pattern = new RegexPattern(text, place);
        pattern.MatchesEmpty = pattern.ReadAlternatives(0);
        if (pattern._position < text.Length)
        {
            throw pattern.Refuse("an unmatched ')'");
        }

        pattern.Sql = ExpressionWriter.Text(pattern._result.ToString());
        pattern.Literal = pattern._isLiteral ? pattern._literal.ToString() : null;
        return pattern;
    }

    private SparkSqlException Refuse(string what) => ExpressionWriter.Refuse($"The regular expression '{_text}', which has {what},", _place);

    private char Peek(int ahead = 0) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    /// <returns>Whether what was read may match an empty text.</returns>
    private bool ReadAlternatives(int depth)
    {
        if (depth > 50)
        {
            throw Refuse("more than 50 levels");
        }

        var empty = ReadSequence(depth);
        while (Peek() == '|')
        {
            _isLiteral = false;
            _position++;
            _result.Append('|');
            empty |= ReadSequence(depth);
        }

        return empty;
    }

    private bool ReadSequence(int depth)
    {
        var empty = true;
        while (_position < _text.Length && Peek() is not ('|' or ')'))
        {
            var start = _result.Length;
            var itemEmpty = ReadItem(depth, out var canRepeat);
            itemEmpty |= ReadQuantifier(canRepeat, itemEmpty, start);
            empty &= itemEmpty;
        }

        return empty;
    }

    private bool ReadQuantifier(bool canRepeat, bool itemEmpty, int start)
    {
        var zero = false;
        string text;
        switch (Peek())
        {
            case '*' or '?' or '+':
                zero = Peek() != '+';
                text = Peek().ToString();
                _position++;
                break;
            case '{':
                var end = _text.IndexOf('}', _position);
                text = end < 0 ? "" : _text[_position..(end + 1)];
                var bounds = text.Trim('{', '}').Split(',');
                if (text.Length == 0 || bounds.Length > 2 || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least) || least > 1000
                    || (bounds is [_, { Length: > 0 } most] && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var greatest) || greatest > 1000)))
                {
                    throw Refuse("such a number of repetitions");
                }

                zero = least == 0;
                _position = end + 1;
                break;
            default:
                return false;
        }

        _isLiteral = false;
        if (!canRepeat || itemEmpty)
        {
            throw Refuse("a repetition of what may be empty");
        }

        _ = start;
        _result.Append(text);
        if (Peek() == '?')
        {
            _position++;
            _result.Append('?');
        }
        else if (Peek() is '+' or '*' or '{')
        {
            throw Refuse("a possessive or doubled repetition");
        }

        return zero;
    }

    /// <returns>Whether the item may match an empty text.</returns>
    private bool ReadItem(int depth, out bool canRepeat)
    {
        canRepeat = true;
        var character = Peek();
        switch (character)
        {
            case '(':
                _isLiteral = false;
                return ReadGroup(depth, out canRepeat);
            case '[':
                _isLiteral = false;
                ReadClass();
                return false;
            case '.':
                _isLiteral = false;
                _position++;
                _result.Append($"[^{LineEnds}]");
                return false;
            case '^':
                _isLiteral = false;
                canRepeat = false;
                _position++;
                _result.Append('^');
                return true;
            case '$':
                _isLiteral = false;
                canRepeat = false;
                HasEnd = true;
                _position++;
                _result.Append('$');
                return true;
            case '\\':
                ReadEscape(inClass: false);
                return false;
            case '*' or '+' or '?' or '{':
                throw Refuse("a repetition of nothing");
            default:
                AppendLiteral();
                return false;
        }
    }

    private bool ReadGroup(int depth, out bool canRepeat)
    {
        canRepeat = true;
        _position++;
        if (Peek() == '?')
        {
            if (Peek(1) == 'i' && Peek(2) == ')' && _position == 1)
            {
                _position += 3;
                _ignoreCase = true;
                canRepeat = false;
                return true;
            }

            if (Peek(1) != ':')
            {
                throw Refuse("a group with (?");
            }

            _position += 2;
            _result.Append("(?:");
        }
        else
        {
            Groups++;
            _result.Append('(');
        }

        var empty = ReadAlternatives(depth + 1);
        if (Peek() != ')')
        {
            throw Refuse("an open group");
        }

        _position++;
        _result.Append(')');
        return empty;
    }

    private void ReadClass()
    {
        _position++;
        _result.Append('[');
        if (Peek() == '^')
        {
            _position++;
            _result.Append('^');
        }

        if (Peek() == ']')
        {
            throw Refuse("a class that begins with ]");
        }

        while (Peek() != ']')
        {
            switch (Peek())
            {
                case '\0' when _position >= _text.Length:
                    throw Refuse("an open class");
                case '[':
                    throw Refuse("a class within a class");
                case '&' when Peek(1) == '&':
                    throw Refuse("an intersection of classes");
                case '\\':
                    ReadEscape(inClass: true);
                    break;
                case var character when _ignoreCase && char.IsAsciiLetter(character):
                    if (Peek(1) == '-' || (_text[_position - 1] == '-'))
                    {
                        // A range of letters, with the same range in the other case.
                        var last = Peek(2);
                        if (!char.IsAsciiLetter(last) || char.IsAsciiLetterUpper(last) != char.IsAsciiLetterUpper(character))
                        {
                            throw Refuse("such a range with (?i)");
                        }

                        _result.Append(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(character)}-{char.ToLowerInvariant(last)}{char.ToUpperInvariant(character)}-{char.ToUpperInvariant(last)}");
                        _position += 3;
                        break;
                    }

                    _result.Append(char.ToLowerInvariant(character)).Append(char.ToUpperInvariant(character));
                    _position++;
                    break;
                default:
                    _result.Append(Peek());
                    _position++;
                    break;
            }
        }

        _position++;
        _result.Append(']');
    }

    private void ReadEscape(bool inClass)
    {
        var escaped = Peek(1);
        _position += 2;
        switch (escaped)
        {
            case 'd' or 'D' or 'w' or 'W':
                _isLiteral = false;
                _result.Append('\\').Append(escaped);
                break;
            case 's':
                _isLiteral = false;
                _result.Append(inClass ? @"\t\n\x0B\f\r " : @"[\t\n\x0B\f\r ]");
                break;
            case 'S' when !inClass:
                _isLiteral = false;
                _result.Append(@"[^\t\n\x0B\f\r ]");
                break;
            case 't' or 'n' or 'r' or 'f':
                _literal.Append(escaped switch { 't' => '\t', 'n' => '\n', 'r' => '\r', _ => '\f' });
                _result.Append('\\').Append(escaped);
                break;
            case '\0':
                throw Refuse("a backslash at its end");
            default:
                if (char.IsAsciiLetterOrDigit(escaped) || !char.IsAscii(escaped))
                {
                    throw Refuse($"\\{escaped}");
                }

                _literal.Append(escaped);
                _result.Append('\\').Append(escaped);
                break;
        }
    }

    private void AppendLiteral()
    {
        var character = Peek();
        _position++;
        _literal.Append(character);
        if (_ignoreCase && char.IsLetter(character))
        {
            _isLiteral = false;
            if (!char.IsAsciiLetter(character))
            {
                _result.Append(character);
                return;
            }

            _result.Append(CultureInfo.InvariantCulture, $"[{char.ToLowerInvariant(character)}{char.ToUpperInvariant(character)}]");
            return;
        }

        // Of a pair of surrogates the second is taken with the first, so that a repetition takes both.
        _result.Append(character is ']' or '}' ? $"\\{character}" : character.ToString());
        if (char.IsHighSurrogate(character))
        {
            _literal.Append(Peek());
            _result.Append(Peek());
            _position++;
        }
    }
}
