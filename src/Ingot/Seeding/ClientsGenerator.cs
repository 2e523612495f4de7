using System.Globalization;

namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>clients</c>.</summary>
internal sealed class ClientsGenerator : ITableGenerator
{
    private static readonly DateOnly UnknownBirthDate = new(1900, 1, 1);
    private static readonly DateOnly FirstBirthDate = new(1940, 1, 1);
    private const int BirthDays = 24_000;
    private static readonly string[] Topics = ["garden", "books", "kitchen", "sports", "toys", "office"];
    private static readonly string[] Notes =
    [
        "Prefers delivery in the morning.",
        "Called twice about invoice 2023; solved 👍",
        "VIP: ask for \"Maria\"; do not call on Mondays.",
        "Wants catalogue\nand samples of fabrics.",
        "Path on the old server: C:\\clients\\old",
        " ",
    ];

    private readonly NamePools _pools;
    private readonly int _randomSeed;
    private readonly int _clients;

    public ClientsGenerator(NamePools pools, ShopSize size, int randomSeed)
    {
        _pools = pools;
        _randomSeed = randomSeed;
        _clients = size.Clients;
    }

    public string Table => "clients";

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "first_name", "last_name", "company", "email", "phone", "birth_date", "segment", "newsletter", "preferences", "notes", "created_at", "updated_at",
    ];

    public long Rows => _clients;

    public int Blocks => ShopSize.BlocksOf(_clients, ShopSize.ClientsInBlock);

    public void WriteBlock(int block, RowWriter writer)
    {
        var first = (block * ShopSize.ClientsInBlock) + 1;
        var last = Math.Min(first + ShopSize.ClientsInBlock - 1, _clients);
        for (var id = first; id <= last; id++)
        {
            WriteRow(id, writer);
        }
    }

    private void WriteRow(int id, RowWriter writer)
    {
        var client = Client.Build(_pools, _randomSeed, id, out var random);
        var segment = random.Next(100) switch { < 82 => "consumer", < 97 => "small business", _ => "enterprise" };
        var registered = Client.RegisteredAt(id, _clients);
        writer.BeginRow();
        writer.Integer(id);
        writer.Text(Contact.TypeCarelessly(ref random, client.FirstName));
        writer.Text(Contact.TypeCarelessly(ref random, client.LastName));
        writer.Text(segment == "consumer" ? random.OneIn(40) ? "" : null : random.Pick(client.Pool.Companies));
        writer.Text(TypeEmail(ref random, client, id));
        writer.Text(random.Next(100) switch { < 6 => null, < 9 => "", _ => Contact.Phone(ref random, client.Pool.Country.PhonePrefix) });
        writer.Date(random.Next(100) switch { < 10 => null, < 12 => UnknownBirthDate, _ => FirstBirthDate.AddDays(random.Next(BirthDays)) });
        writer.Text(segment);
        writer.Boolean(random.PerMille(420));
        writer.Text(Preferences(ref random, client.Pool.Country.Language));
        writer.Text(random.PerMille(60) ? random.Pick(Notes) : null);
        writer.Moment(registered);
        writer.Second(registered.AddDays(random.Next(20)).AddSeconds(random.Next(80_000)));
        writer.EndRow();
    }

    /// <summary>The email as typed: one and a half percent register a second time, one percent gives none, some type carelessly.</summary>
    private string? TypeEmail(ref SeedRandom random, Client client, int id)
    {
        var email = id > 1 && random.PerMille(15)
            ? Client.Build(_pools, _randomSeed, random.Between(Math.Max(1, id - 500), id - 1), out _).Email
            : client.Email;
        return random.Next(1000) switch
        {
            < 10 => null,
            < 15 => email.Replace('@', ' '),
            < 35 => email.ToUpperInvariant(),
            < 55 => $" {email} ",
            < 80 => char.ToUpperInvariant(email[0]) + email[1..],
            _ => email,
        };
    }

    /// <summary>A JSON document in the form that MySQL gives back: keys by length, a space after each colon and comma.</summary>
    private static string? Preferences(ref SeedRandom random, string language)
    {
        if (random.OneIn(8))
        {
            return null;
        }

        var topics = random.Pick(Topics);
        return random.OneIn(3)
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"topics": ["{{topics}}"], "language": "{{language}}"}""")
            : string.Create(CultureInfo.InvariantCulture, $$"""{"language": "{{language}}"}""");
    }
}
