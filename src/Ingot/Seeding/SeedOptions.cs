namespace Ingot.Seeding;

/// <summary>What is seeded, and where.</summary>
public sealed record SeedOptions
{
    /// <summary>The database that is made and filled. Default <c>shop</c>, which the demo's pipeline reads.</summary>
    public string Database { get; init; } = "shop";

    /// <summary>The size: 1 is about 100,000 sales_items. From 0.001 to 1,000. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The seed of every random choice: the same seed and scale give the same bytes. Default 1.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>The number of connections that load at the same time; it does not change the data. Default 2.</summary>
    public int Connections { get; init; } = 2;
}
