namespace Ingot.Seeding;

/// <summary>A country that clients come from.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Locale">Bogus's name of its language and places.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Share">How many of a thousand clients live there.</param>
/// <param name="PhonePrefix">The country's calling code.</param>
/// <param name="PostalCode">The form of its postal codes: # is a digit, ? a letter.</param>
internal sealed record Country(string Code, string Locale, string Language, int Share, string PhonePrefix, string PostalCode)
{
    /// <summary>All countries; the shares sum up to a thousand. Romania is in no market: an address that silver does not expect.</summary>
    public static readonly Country[] All =
    [
        new("DE", "de", "de", 290, "49", "#####"),
        new("FR", "fr", "fr", 140, "33", "#####"),
        new("GB", "en_GB", "en", 120, "44", "??# #??"),
        new("NL", "nl", "nl", 90, "31", "#### ??"),
        new("IT", "it", "it", 80, "39", "#####"),
        new("ES", "es", "es", 80, "34", "#####"),
        new("SE", "sv", "sv", 60, "46", "### ##"),
        new("PL", "pl", "pl", 60, "48", "##-###"),
        new("US", "en_US", "en", 70, "1", "#####"),
        new("RO", "ro", "ro", 10, "40", "######"),
    ];
}
