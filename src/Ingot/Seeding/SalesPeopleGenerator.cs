namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>sales_people</c>; the first sixth are the managers of the others.</summary>
internal sealed class SalesPeopleGenerator : ITableGenerator
{
    private const int PeopleForOneManager = 6;
    private static readonly string[] Regions = ["north", "south", "east", "west"];

    private readonly NamePools _pools;
    private readonly int _people;
    private readonly int _randomSeed;

    public SalesPeopleGenerator(NamePools pools, ShopSize size, int randomSeed)
    {
        _pools = pools;
        _people = size.SalesPeople;
        _randomSeed = randomSeed;
    }

    public string Table => "sales_people";

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "first_name", "last_name", "email", "phone", "region", "manager_id", "hired_on", "left_on", "commission_rate", "active", "created_at", "updated_at",
    ];

    public long Rows => _people;

    public int Blocks => 1;

    public void WriteBlock(int block, RowWriter writer)
    {
        var managers = Math.Max(1, _people / PeopleForOneManager);
        for (var id = 1; id <= _people; id++)
        {
            var person = SalesPerson.Build(_randomSeed, id, out var random);
            var firstName = random.Pick(_pools.Home.FirstNames);
            var lastName = random.Pick(_pools.Home.LastNames);
            var created = person.HiredOn.ToDateTime(new TimeOnly(7, 30), DateTimeKind.Utc);
            writer.BeginRow();
            writer.Integer(id);
            writer.Text(firstName);
            writer.Text(random.OneIn(12) ? lastName + " " : lastName);
            writer.Text(Contact.Email(ref random, firstName, lastName, id));
            writer.Text(random.OneIn(10) ? null : Contact.Phone(ref random, _pools.Home.Country.PhonePrefix));
            writer.Text(Regions[id % Regions.Length]);
            writer.Integer(id <= managers ? null : ((id - 1) % managers) + 1);
            writer.Date(person.HiredOn);
            writer.Date(person.LeftOn);
            writer.Decimal(100 + (random.Next(17) * 25), 4);
            // One who has left may still be marked as active.
            writer.Boolean(person.LeftOn is null || random.OneIn(5));
            writer.Moment(created);
            writer.Second(person.LeftOn?.ToDateTime(new TimeOnly(18, 0), DateTimeKind.Utc) ?? created);
            writer.EndRow();
        }
    }
}
