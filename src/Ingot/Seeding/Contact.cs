using System.Globalization;
using System.Text;

namespace Ingot.Seeding;

/// <summary>Makes email addresses, phone and postal numbers, and types names carelessly.</summary>
internal static class Contact
{
    private static readonly string[] MailHosts = ["example.com", "example.org", "example.net", "mail.example.com", "post.example.org"];

    /// <summary>An address that belongs to nobody: the hosts are reserved for examples (RFC 2606).</summary>
    public static string Email(ref SeedRandom random, string firstName, string lastName, int number)
    {
        var separator = random.Pick([".", "_", ""]);
        var host = random.Pick(MailHosts);
        return $"{Fold(firstName)}{separator}{Fold(lastName)}{number.ToString(CultureInfo.InvariantCulture)}@{host}";
    }

    /// <summary>A phone number in one of the ways in which people write them.</summary>
    public static string Phone(ref SeedRandom random, string prefix)
    {
        var area = random.Between(20, 99).ToString(CultureInfo.InvariantCulture);
        var number = random.Between(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture);
        return random.Next(5) switch
        {
            0 => $"+{prefix} {area} {number[..3]} {number[3..]}",
            1 => $"+{prefix}{area}{number}",
            2 => $"00{prefix} {area} {number}",
            3 => $"00{prefix}-{area}-{number[..4]}-{number[4..]}",
            _ => $"+{prefix} ({area}) {number[..2]}.{number[2..4]}.{number[4..]}",
        };
    }

    /// <summary>Fills in a form: # becomes a digit, ? a letter.</summary>
    public static string FillIn(ref SeedRandom random, string form)
    {
        Span<char> text = stackalloc char[form.Length];
        for (var index = 0; index < form.Length; index++)
        {
            text[index] = form[index] switch
            {
                '#' => (char)('0' + random.Next(10)),
                '?' => (char)('A' + random.Next(26)),
                var other => other,
            };
        }

        return new string(text);
    }

    /// <summary>Types a name: six in a hundred with needless spaces, in capitals or without any.</summary>
    public static string TypeCarelessly(ref SeedRandom random, string name)
    {
        return random.Next(100) switch
        {
            0 => $" {name}",
            1 => $"{name}  ",
            2 => name.Replace(" ", "  ", StringComparison.Ordinal) + " ",
            // A sharp s has capitals of which languages and engines think differently.
            3 or 4 when !name.Contains('ß', StringComparison.Ordinal) => name.ToUpperInvariant(),
            5 => name.ToLowerInvariant(),
            _ => name,
        };
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length + 2);
        foreach (var letter in name.ToLowerInvariant())
        {
            folded.Append(letter switch
            {
                >= 'a' and <= 'z' or >= '0' and <= '9' => letter.ToString(),
                'ä' or 'æ' => "ae",
                'ö' or 'ø' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                'á' or 'à' or 'â' or 'å' or 'ą' or 'ă' or 'ã' => "a",
                'é' or 'è' or 'ê' or 'ë' or 'ę' => "e",
                'í' or 'ì' or 'î' or 'ï' => "i",
                'ó' or 'ò' or 'ô' or 'õ' => "o",
                'ú' or 'ù' or 'û' => "u",
                'ç' or 'ć' => "c",
                'ł' => "l",
                'ñ' or 'ń' => "n",
                'ś' or 'ș' or 'ş' => "s",
                'ț' or 'ţ' => "t",
                'ź' or 'ż' => "z",
                _ => "",
            });
        }

        return folded.Length == 0 ? "client" : folded.ToString();
    }
}
