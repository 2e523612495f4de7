using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Literals with a word before their string: DATE, TIMESTAMP, X.</summary>
internal static class TypedLiteralReader
{
    public static LiteralExpression Read(string word, string text, Place place)
    {
        switch (word)
        {
            case "DATE":
                return SparkDateTime.TryParseDate(text, out var days)
                    ? new LiteralExpression(place, SparkType.Date, (long)days)
                    : throw Invalid("date", text, place);
            case "TIMESTAMP" or "TIMESTAMP_LTZ":
                return SparkDateTime.TryParseTimestamp(text, out var instant, out _)
                    ? new LiteralExpression(place, SparkType.Timestamp, instant)
                    : throw Invalid("timestamp", text, place);
            case "TIMESTAMP_NTZ":
                return SparkDateTime.TryParseTimestamp(text, out var wallClock, out var hasZone) && !hasZone
                    ? new LiteralExpression(place, SparkType.TimestampNtz, wallClock)
                    : throw Invalid("timestamp_ntz", text, place);
            default:
                return ReadHex(text, place);
        }
    }

    private static LiteralExpression ReadHex(string text, Place place)
    {
        if (!text.All(char.IsAsciiHexDigit))
        {
            throw Invalid("hexadecimal", text, place);
        }

        var even = text.Length % 2 == 0 ? text : "0" + text;
        return new LiteralExpression(place, SparkType.Binary, Convert.FromHexString(even));
    }

    private static SparkSqlException Invalid(string what, string text, Place place) =>
        new($"'{text}' is not a {what} literal that is supported; write, for example, DATE'2024-01-31' or TIMESTAMP'2024-01-31 12:30:00'.", place);
}
