using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Profiling;

/// <summary>What one text value looks like. Pure.</summary>
internal static partial class ValueShapes
{
    private const string AnyCase = "(?i)";

    private static readonly string[][] BooleanWords = [["0", "1"], ["n", "y"], ["no", "yes"], ["f", "t"], ["false", "true"], ["off", "on"], ["nein", "ja"], ["non", "oui"], ["no", "si"], ["no", "sí"]];

    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsTimestamp(string text) =>
        text.Length > 11 && text[10] is ' ' or 'T' && TimestampPattern().IsMatch(text) && IsDate(text[..10]) && TimeOnly.TryParse(text.AsSpan(11, 5), CultureInfo.InvariantCulture, out _);

    /// <summary>A whole number without zeros in front: a postal code or telephone number with them is none.</summary>
    public static bool IsInteger(string text) => IntegerPattern().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public static bool IsDecimal(string text) => DecimalPattern().IsMatch(text);

    /// <summary>An object or array. A value that was cut is taken for one by its start.</summary>
    public static bool IsJson(string text, bool isCut)
    {
        if (text.Length < 2 || text[0] is not ('{' or '['))
        {
            return false;
        }

        if (isCut)
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether words are the two of a pair for no and yes, both of them.</summary>
    public static bool AreBooleans(IReadOnlyCollection<string> words) => BooleanWords.Any(pair => words.Count == 2 && pair.All(word => words.Contains(word)));

    /// <summary>Seconds since 1970 of the years 1990 to 2049: shorter than what else has ten digits.</summary>
    public static bool IsUnixSeconds(string text) =>
        text.Length is 9 or 10 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 631_152_000 and < 2_524_608_000;

    public static bool IsEmail(string text) => text.Length <= 254 && EmailPattern().IsMatch(text);

    /// <summary>A telephone number: a plus sign, a zero or a bracket in front, 7 to 15 digits, and what people write between.</summary>
    public static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 7 and <= 15 && PhonePattern().IsMatch(text) && !DayPattern().IsMatch(text) && (text[0] != '0' || text[1] != '.');
    }

    /// <summary>The number of a payment card, by its first digit, its length and its check digit (Luhn, ISO/IEC 7812).</summary>
    public static bool IsCard(string text)
    {
        if (!CardPattern().IsMatch(text))
        {
            return false;
        }

        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19
            && digits.Select((digit, place) => place % 2 == 0 ? digit : digit * 2 > 9 ? (digit * 2) - 9 : digit * 2).Sum() % 10 == 0;
    }

    /// <summary>An international bank account number, by its check digits (ISO 13616: the remainder by 97 is 1).</summary>
    public static bool IsIban(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (!IbanPattern().IsMatch(compact))
        {
            return false;
        }

        var remainder = 0;
        foreach (var character in compact[4..] + compact[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }

    public static bool IsIpAddress(string text) =>
        (text.Count(character => character == '.') == 3 || text.Count(character => character == ':') >= 2) && !text.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(text, out _);

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d([.]\d{1,9})?)?( ?(Z|[+-]\d\d(:?\d\d)?))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampPattern();

    [GeneratedRegex(@"\A-?(0|[1-9]\d{0,18})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"\A-?(0|[1-9]\d{0,27})([.]\d{1,10})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(AnyCase + @"\A[^\s@,;<>""]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,62})[.])+\p{L}[\p{L}\p{N}-]{1,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"\A[+0(][0-9 ().\-/]+( ?(x|ext[.]?) ?\d{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"\A\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"\A[2-6]\d{3}[ -]?\d{2,6}[ -]?\d{2,6}[ -]?\d{1,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CardPattern();

    [GeneratedRegex(@"\A[A-Z]{2}\d{2}[A-Z0-9]{11,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IbanPattern();
}
