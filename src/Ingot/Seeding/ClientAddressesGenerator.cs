using System.Globalization;

namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>client_addresses</c>: none to four for a client.</summary>
internal sealed class ClientAddressesGenerator : ITableGenerator
{
    private const int MostForOneClient = 4;

    private readonly NamePools _pools;
    private readonly ShopSize _size;
    private readonly int _randomSeed;

    public ClientAddressesGenerator(NamePools pools, ShopSize size, int randomSeed)
    {
        _pools = pools;
        _size = size;
        _randomSeed = randomSeed;
    }

    public string Table => "client_addresses";

    public IReadOnlyList<string> Columns { get; } =
        ["id", "client_id", "kind", "street", "postal_code", "city", "region", "country", "is_default", "created_at", "updated_at"];

    public long Rows => _size.ClientAddresses;

    public int Blocks => ShopSize.BlocksOf(_size.Clients, ShopSize.ClientsInBlock);

    public void WriteBlock(int block, RowWriter writer)
    {
        var firstClient = (block * ShopSize.ClientsInBlock) + 1;
        var clients = Math.Min(ShopSize.ClientsInBlock, _size.Clients - firstClient + 1);
        var addresses = ShopSize.ChildrenOf(clients, ShopSize.ClientsInBlock, ShopSize.AddressesInBlock);
        var random = new SeedRandom(_randomSeed, SeedStream.ClientAddressCounts, block);
        var counts = ShopSize.Deal(
            ref random, draw => draw switch { < 40 => 0, < 600 => 1, < 880 => 2, < 970 => 3, _ => 4 }, clients, addresses, 0, MostForOneClient);
        var id = (block * ShopSize.AddressesInBlock) + 1;
        for (var client = 0; client < clients; client++)
        {
            for (var number = 0; number < counts[client]; number++)
            {
                WriteRow(id++, firstClient + client, number, writer);
            }
        }
    }

    private void WriteRow(int id, int clientId, int number, RowWriter writer)
    {
        var pool = Client.Build(_pools, _randomSeed, clientId, out _).Pool;
        var random = new SeedRandom(_randomSeed, SeedStream.ClientAddresses, id);
        var created = Client.RegisteredAt(clientId, _size.Clients).AddDays(number * random.Between(3, 200)).AddSeconds(random.Next(3000));
        writer.BeginRow();
        writer.Integer(id);
        writer.Integer(clientId);
        writer.Text(number == 0 || random.OneIn(4) ? "billing" : "shipping");
        writer.Text($"{random.Pick(pool.Streets)} {random.Between(1, 180).ToString(CultureInfo.InvariantCulture)}");
        writer.Text(Contact.FillIn(ref random, pool.Country.PostalCode));
        writer.Text(random.Next(100) switch { 0 => " " + random.Pick(pool.Cities), 1 => random.Pick(pool.Cities) + "  ", _ => random.Pick(pool.Cities) });
        writer.Text(random.OneIn(3) ? random.Pick(pool.Regions) : random.OneIn(10) ? "" : null);
        writer.Text(random.PerMille(30) ? pool.Country.Code.ToLowerInvariant() : pool.Country.Code);
        writer.Boolean(number == 0 && !random.PerMille(15));
        writer.Moment(created);
        writer.Second(created.AddSeconds(random.Next(400_000)));
        writer.EndRow();
    }
}
