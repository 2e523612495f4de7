namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>sales</c>.</summary>
internal sealed class SalesGenerator : ITableGenerator
{
    /// <summary>Keys of staff that no longer exists start here.</summary>
    private const int FirstUnknownPerson = 9001;
    private const int OpenDays = 10;
    private static readonly DateTime LegacyEnd = new(2023, 4, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Coupons = ["WELCOME10", "SUMMER", "XMAS", "FRIEND5"];
    private static readonly int[] ShippingFeesInCents = [0, 0, 490, 490, 690, 1250];

    private readonly ShopSize _size;
    private readonly SalesPerson[] _people;
    private readonly int _randomSeed;

    public SalesGenerator(ShopSize size, int randomSeed)
    {
        _size = size;
        _randomSeed = randomSeed;
        _people = [.. Enumerable.Range(1, size.SalesPeople).Select(id => SalesPerson.Build(randomSeed, id, out _))];
    }

    public string Table => "sales";

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "client_id", "sales_person_id", "status", "channel", "payment_method", "sold_at", "shipped_on", "refunded_at", "shipping_fee", "coupon", "created_at", "updated_at",
    ];

    public long Rows => _size.Sales;

    public int Blocks => ShopSize.BlocksOf(_size.Sales, ShopSize.SalesInBlock);

    public void WriteBlock(int block, RowWriter writer)
    {
        var first = (block * ShopSize.SalesInBlock) + 1;
        var last = Math.Min(first + ShopSize.SalesInBlock - 1, _size.Sales);
        for (var id = first; id <= last; id++)
        {
            WriteRow(id, writer);
        }
    }

    private void WriteRow(int id, RowWriter writer)
    {
        var random = new SeedRandom(_randomSeed, SeedStream.Sales, id);
        var share = Sale.ShareOf(_randomSeed, id, _size.Sales);
        var soldAt = SalesCalendar.AtShare(share);
        var clients = Client.RegisteredBefore(share, _size.Clients);
        var channel = random.Next(100) switch { < 62 => "web", < 90 => "store", _ => "phone" };
        var status = DrawStatus(ref random, soldAt);
        DateOnly? shippedOn = status is "shipped" or "delivered" or "refunded" ? DateOnly.FromDateTime(soldAt).AddDays(random.PerMille(3) ? -random.Between(1, 30) : random.Between(0, 5)) : null;
        DateTime? refundedAt = status == "refunded" && !random.PerMille(8)
            ? soldAt.Date.AddDays(random.Between(4, 30)).AddHours(random.Between(8, 18)).AddMicroseconds(random.Next(1_000_000_000))
            : null;
        var changedAt = refundedAt ?? soldAt.AddHours(status is "pending" ? 0 : random.Between(1, 120));
        writer.BeginRow();
        writer.Integer(id);
        writer.Integer(1 + DrawClient(ref random, clients));
        writer.Integer(DrawPerson(ref random, channel, soldAt));
        writer.Text(status);
        writer.Text(channel);
        writer.Text(channel == "store" ? random.Pick(["card", "card", "cash", "gift card"]) : random.Pick(["card", "paypal", "paypal", "bank transfer"]));
        writer.Moment(soldAt);
        writer.Date(shippedOn);
        writer.Moment(refundedAt);
        writer.Decimal(channel == "store" ? 0 : random.Pick(ShippingFeesInCents), 2);
        writer.Text(random.Next(100) switch
        {
            < 8 => random.Pick(Coupons),
            < 10 => random.Pick(Coupons).ToLowerInvariant(),
            10 => "",
            _ => null,
        });
        writer.Moment(soldAt);
        writer.Second(changedAt);
        writer.EndRow();
    }

    private static string DrawStatus(ref SeedRandom random, DateTime soldAt)
    {
        if (soldAt >= SalesCalendar.End.AddDays(-OpenDays))
        {
            return random.Next(100) switch { < 15 => "pending", < 45 => "paid", < 90 => "shipped", < 96 => "delivered", _ => "cancelled" };
        }

        return random.Next(1000) switch { < 50 => "refunded", < 90 => "cancelled", < 100 => "paid", < 115 => "shipped", _ => "delivered" };
    }

    /// <summary>Half of the sales go to a few clients who buy a lot, half to anyone.</summary>
    private static int DrawClient(ref SeedRandom random, int clients)
    {
        if (random.OneIn(2))
        {
            return random.Next(clients);
        }

        var unit = random.NextUnit();
        return (int)(unit * unit * clients);
    }

    /// <summary>Nobody for the web, which the old shop wrote as 0 and the new one as NULL; rarely someone who is in the table no more, or forgotten.</summary>
    private long? DrawPerson(ref SeedRandom random, string channel, DateTime soldAt)
    {
        if (channel == "web" || random.PerMille(6))
        {
            return soldAt < LegacyEnd ? 0 : null;
        }

        if (random.PerMille(5))
        {
            return FirstUnknownPerson + random.Next(6);
        }

        var day = DateOnly.FromDateTime(soldAt);
        var person = _people[random.NextLongTail(_people.Length)];
        while (!person.WorksOn(day))
        {
            person = _people[person.Id % _people.Length];
        }

        return person.Id;
    }
}
