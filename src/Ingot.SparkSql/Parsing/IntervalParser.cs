using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Interval literals: <c>INTERVAL 2 DAYS</c>, <c>INTERVAL '1-2' YEAR TO MONTH</c>, <c>INTERVAL '1 day 2 hours'</c>.</summary>
internal static partial class IntervalParser
{
    private static readonly Dictionary<string, (IntervalUnit Unit, long Size)> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["year"] = (IntervalUnit.Year, 12),
        ["month"] = (IntervalUnit.Month, 1),
        ["week"] = (IntervalUnit.Day, 7 * SparkDateTime.MicrosPerDay),
        ["day"] = (IntervalUnit.Day, SparkDateTime.MicrosPerDay),
        ["hour"] = (IntervalUnit.Hour, 3_600_000_000),
        ["minute"] = (IntervalUnit.Minute, 60_000_000),
        ["second"] = (IntervalUnit.Second, 1_000_000),
        ["millisecond"] = (IntervalUnit.Second, 1_000),
        ["microsecond"] = (IntervalUnit.Second, 1),
    };

    /// <summary>Whether an interval literal begins at the word INTERVAL where the cursor stands.</summary>
    public static bool Starts(TokenReader reader)
    {
        var sign = reader.Peek(1).IsSymbol("-") || reader.Peek(1).IsSymbol("+") ? 1 : 0;
        var amount = reader.Peek(1 + sign);
        return (amount.Kind == TokenKind.String && (sign == 0 || IsUnit(reader.Peek(2 + sign), out _)))
            || (amount.Kind == TokenKind.Number && IsUnit(reader.Peek(2 + sign), out _));
    }

    public static LiteralExpression Parse(TokenReader reader)
    {
        var start = reader.Next().Place;
        var amounts = new List<(string Amount, string Unit)>();
        var begin = reader.Position;
        while (TryAmount(reader, out var amount, out var isText))
        {
            if (!IsUnit(reader.Current, out var unit))
            {
                if (amounts.Count == 0 && isText && reader.Position == begin + 1)
                {
                    return ReadText(amount, start.To(reader.LastPlace));
                }

                reader.Position = begin;
                break;
            }

            var unitWord = reader.Next();
            if (amounts.Count == 0 && isText && reader.TakeWord("TO"))
            {
                if (!IsUnit(reader.Current, out var last))
                {
                    throw reader.Unexpected("a unit");
                }

                reader.Next();
                return ReadRange(amount, Units[unit].Unit, Units[last].Unit, start.To(reader.LastPlace));
            }

            if (isText && amount.Any(char.IsLetter))
            {
                throw Invalid(amount, start.To(reader.LastPlace));
            }

            amounts.Add((amount, unit));
            begin = reader.Position;
            _ = unitWord;
        }

        reader.Position = begin;
        return Sum(amounts, start.To(reader.LastPlace));
    }

    private static bool IsUnit(Token token, out string unit)
    {
        unit = token.Kind == TokenKind.Word ? token.Text : "";
        if (!Units.ContainsKey(unit) && unit.EndsWith('s') | unit.EndsWith('S'))
        {
            unit = unit[..^1];
        }

        return Units.ContainsKey(unit);
    }

    private static bool TryAmount(TokenReader reader, out string amount, out bool isText)
    {
        var negative = reader.Current.IsSymbol("-");
        var sign = negative || reader.Current.IsSymbol("+") ? 1 : 0;
        var token = reader.Peek(sign);
        isText = token.Kind == TokenKind.String;
        amount = isText ? (string)token.Value! : token.Text;
        if (!isText && token.Kind != TokenKind.Number)
        {
            return false;
        }

        amount = !negative ? amount : amount.TrimStart().StartsWith('-') ? amount.TrimStart()[1..] : "-" + amount;
        reader.Position += sign + 1;
        return true;
    }

    /// <summary>A whole interval in one string, with or without the word interval before it.</summary>
    private static LiteralExpression ReadText(string text, Place place)
    {
        var body = text.Trim();
        if (body.StartsWith("interval", StringComparison.OrdinalIgnoreCase) && body.Length > 8 && char.IsWhiteSpace(body[8]))
        {
            body = body[8..].Trim();
        }

        var parts = new List<(string, string)>();
        if (!WholePattern().IsMatch(body))
        {
            throw Invalid(text, place);
        }

        foreach (Match match in PartPattern().Matches(body))
        {
            var unit = match.Groups["unit"].Value;
            unit = Units.ContainsKey(unit) ? unit : unit[..^1];
            parts.Add((match.Groups["amount"].Value, Units.ContainsKey(unit) ? unit : throw Invalid(text, place)));
        }

        return Sum(parts, place);
    }

    private static LiteralExpression Sum(List<(string Amount, string Unit)> amounts, Place place)
    {
        var units = amounts.Select(item => Units[item.Unit].Unit).ToList();
        if (units.Any(unit => unit <= IntervalUnit.Month) && units.Any(unit => unit > IntervalUnit.Month))
        {
            throw new SparkSqlException("An interval cannot mix years or months with days or times.", place);
        }

        var total = BigInteger.Zero;
        foreach (var (amount, unit) in amounts)
        {
            total += Read(amount, unit, place);
        }

        return Make(total, units.Min(), units.Max(), place);
    }

    private static BigInteger Read(string amount, string unit, Place place)
    {
        var match = AmountPattern().Match(amount.Trim());
        var hasFraction = match.Groups["point"].Success;
        if (!match.Success || (hasFraction && !unit.Equals("second", StringComparison.OrdinalIgnoreCase)))
        {
            throw Invalid($"{amount} {unit}", place);
        }

        var digits = match.Groups["whole"].Value;
        var value = (digits.Length == 0 ? 0 : BigInteger.Parse(digits, CultureInfo.InvariantCulture)) * Units[unit].Size;
        if (hasFraction)
        {
            value += BigInteger.Parse(match.Groups["fraction"].Value.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
        }

        return match.Groups["sign"].Value == "-" ? -value : value;
    }

    private static LiteralExpression ReadRange(string text, IntervalUnit first, IntervalUnit last, Place place)
    {
        var match = RangePattern(first, last)?.Match(text.Trim());
        if (match is not { Success: true })
        {
            throw Invalid($"{text} {IntervalUnits.Word(first)} to {IntervalUnits.Word(last)}", place);
        }

        var total = BigInteger.Zero;
        for (var unit = first; unit <= last; unit++)
        {
            var name = IntervalUnits.Word(unit);
            var value = BigInteger.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
            var limit = unit == first ? BigInteger.MinusOne : unit switch { IntervalUnit.Month => 11, IntervalUnit.Hour => 23, _ => 59 };
            if (limit >= 0 && value > limit)
            {
                throw Invalid(text, place);
            }

            total += value * Units[name].Size;
        }

        if (match.Groups["fraction"].Success)
        {
            total += BigInteger.Parse(match.Groups["fraction"].Value.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
        }

        return Make(match.Groups["sign"].Value == "-" ? -total : total, first, last, place);
    }

    private static Match? Match(this Regex? pattern, string text) => pattern?.Match(text);

    private static Regex? RangePattern(IntervalUnit first, IntervalUnit last)
    {
        if (first >= last || (first == IntervalUnit.Year) != (last == IntervalUnit.Month))
        {
            return null;
        }

        if (first == IntervalUnit.Year)
        {
            return new Regex(@"^(?<sign>[+-])?(?<year>\d{1,9})-(?<month>\d{1,2})$", RegexOptions.CultureInvariant);
        }

        if (first < IntervalUnit.Day)
        {
            return null;
        }

        var body = "";
        for (var unit = first; unit <= last; unit++)
        {
            var separator = unit == first ? "" : unit == IntervalUnit.Hour ? " +" : ":";
            body += $@"{separator}(?<{IntervalUnits.Word(unit)}>\d{{1,{(unit == first ? 12 : 2)}}})";
        }

        var fraction = last == IntervalUnit.Second ? @"(\.(?<fraction>\d{1,9}))?" : "";
        return new Regex($"^(?<sign>[+-])?{body}{fraction}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    private static LiteralExpression Make(BigInteger total, IntervalUnit first, IntervalUnit last, Place place)
    {
        if (last <= IntervalUnit.Month)
        {
            return total >= int.MinValue && total <= int.MaxValue
                ? new LiteralExpression(place, new YearMonthIntervalType(first, last), (long)total)
                : throw new SparkSqlException("The interval is too long.", place);
        }

        return total >= long.MinValue && total <= long.MaxValue
            ? new LiteralExpression(place, new DayTimeIntervalType(first, last), (long)total)
            : throw new SparkSqlException("The interval is too long.", place);
    }

    private static SparkSqlException Invalid(string text, Place place) => new($"'{text}' is not an interval.", place);

    [GeneratedRegex(@"^(?<sign>[+-])?\s*(?<whole>\d{0,18})(?<point>\.(?<fraction>\d{1,9}))?(?<=\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"^([+-]?\s*[\d.]+\s+[A-Za-z]+)(\s+[+-]?\s*[\d.]+\s+[A-Za-z]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"(?<amount>[+-]?\s*[\d.]+)\s+(?<unit>[A-Za-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PartPattern();
}
