using Bogus;
using Bogus.DataSets;

namespace Ingot.Seeding;

/// <summary>Names and places of one country, drawn from Bogus once, since Bogus is too slow to be asked for each row.</summary>
internal sealed class NamePool
{
    private const int FirstNamesInPool = 160;
    private const int LastNamesInPool = 240;
    private const int PlacesInPool = 120;
    private const int CompaniesInPool = 80;

    public NamePool(Country country, int randomSeed)
    {
        Country = country;
        var random = new Randomizer(unchecked((randomSeed * 31) + Array.IndexOf(Country.All, country)));
        var name = new Name(country.Locale) { Random = random };
        var address = new Address(country.Locale) { Random = random };
        var company = new Company(country.Locale) { Random = random };
        FirstNames = Draw(FirstNamesInPool, () => name.FirstName());
        LastNames = Draw(LastNamesInPool, () => name.LastName());
        Cities = Draw(PlacesInPool, address.City);
        Streets = Draw(PlacesInPool, () => address.StreetName());
        Regions = Draw(PlacesInPool, address.State);
        Companies = Draw(CompaniesInPool, () => company.CompanyName());
    }

    public Country Country { get; }

    public string[] FirstNames { get; }

    public string[] LastNames { get; }

    public string[] Cities { get; }

    public string[] Streets { get; }

    public string[] Regions { get; }

    public string[] Companies { get; }

    private static string[] Draw(int count, Func<string> draw) => [.. Enumerable.Range(0, count).Select(_ => draw().Trim())];
}
