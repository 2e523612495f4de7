namespace Ingot.Seeding;

/// <summary>Who a client is: what other rows ask for, drawn from the client's number alone.</summary>
/// <param name="Pool">The names and places of the client's country.</param>
/// <param name="FirstName">The clean first name.</param>
/// <param name="LastName">The clean last name.</param>
/// <param name="Email">The clean email address.</param>
internal readonly record struct Client(NamePool Pool, string FirstName, string LastName, string Email)
{
    /// <summary>The share of the clients who registered before the first sale.</summary>
    public const double ShareBeforeStart = 0.25;

    private static readonly DateTime FirstRegistration = new(2021, 7, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Draws a client.</summary>
    /// <param name="pools">The names.</param>
    /// <param name="randomSeed">The seed.</param>
    /// <param name="id">The client's key, from 1.</param>
    /// <param name="random">The client's generator, for the rest of the row.</param>
    public static Client Build(NamePools pools, int randomSeed, int id, out SeedRandom random)
    {
        random = new SeedRandom(randomSeed, SeedStream.Clients, id);
        var pool = pools.Pick(ref random);
        var firstName = random.Pick(pool.FirstNames);
        var lastName = random.Pick(pool.LastNames);
        return new Client(pool, firstName, lastName, Contact.Email(ref random, firstName, lastName, id));
    }

    /// <summary>When a client registered: in the order of the keys, some before the shop's first sale.</summary>
    public static DateTime RegisteredAt(int id, int clients)
    {
        var share = (id - 0.5) / clients;
        return share < ShareBeforeStart
            ? FirstRegistration.AddMicroseconds(Math.Floor((SalesCalendar.Start - FirstRegistration).TotalMicroseconds * (share / ShareBeforeStart)))
            : SalesCalendar.AtShare((share - ShareBeforeStart) / (1 - ShareBeforeStart));
    }

    /// <summary>The clients who have registered when a share of all sales has been made.</summary>
    public static int RegisteredBefore(double share, int clients) =>
        Math.Max(1, (int)(clients * (ShareBeforeStart + ((1 - ShareBeforeStart) * share)) - 0.5));
}
