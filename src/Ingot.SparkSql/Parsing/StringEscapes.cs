using System.Globalization;
using System.Text;

namespace Ingot.SparkSql.Parsing;

/// <summary>The escapes of Spark's string literals.</summary>
internal static class StringEscapes
{
    /// <summary>The value of a literal's text between the quotes.</summary>
    public static string Read(string body)
    {
        if (!body.Contains('\\', StringComparison.Ordinal))
        {
            return body;
        }

        var value = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '\\' || i + 1 == body.Length)
            {
                value.Append(body[i]);
                continue;
            }

            i++;
            if (body[i] == 'u' && TryHex(body, i + 1, 4, out var unit))
            {
                value.Append((char)unit);
                i += 4;
            }
            else if (body[i] == 'U' && TryHex(body, i + 1, 8, out var point))
            {
                if (Rune.IsValid(point))
                {
                    value.Append(new Rune(point).ToString());
                }
                else
                {
                    value.Append((char)(point >> 16)).Append((char)(point & 0xFFFF));
                }

                i += 8;
            }
            else if (body[i] is '0' or '1' && i + 2 < body.Length && body[i + 1] is >= '0' and <= '7' && body[i + 2] is >= '0' and <= '7')
            {
                value.Append((char)(((body[i] - '0') * 64) + ((body[i + 1] - '0') * 8) + (body[i + 2] - '0')));
                i += 2;
            }
            else
            {
                Append(value, body[i]);
            }
        }

        return value.ToString();
    }

    /// <summary>A literal that has a value.</summary>
    public static string Write(string value)
    {
        var text = new StringBuilder("'");
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '\\' => "\\\\",
                '\'' => "\\'",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => character.ToString(),
            });
        }

        return text.Append('\'').ToString();
    }

    private static void Append(StringBuilder value, char escaped)
    {
        switch (escaped)
        {
            case '0': value.Append('\0'); break;
            case 'b': value.Append('\b'); break;
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'Z': value.Append('\u001A'); break;
            case '%': value.Append("\\%"); break;
            case '_': value.Append("\\_"); break;
            default: value.Append(escaped); break;
        }
    }

    private static bool TryHex(string body, int start, int count, out int value)
    {
        value = 0;
        return start + count <= body.Length
            && body.AsSpan(start, count).ToArray().All(char.IsAsciiHexDigit)
            && int.TryParse(body.AsSpan(start, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
