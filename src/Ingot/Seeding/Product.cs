namespace Ingot.Seeding;

/// <summary>A product of the catalog.</summary>
/// <param name="Category">The index of its category in <see cref="ProductCategory.All"/>.</param>
/// <param name="PriceInCents">The list price.</param>
/// <param name="CostInCents">What a unit costs the shop.</param>
/// <param name="LaunchedOn">The first day on which it is sold.</param>
internal readonly record struct Product(int Category, int PriceInCents, int CostInCents, DateOnly LaunchedOn)
{
    private static readonly DateOnly FirstLaunch = new(2018, 1, 8);
    private const int DaysOfLaunches = 2500;

    public static Product Build(int randomSeed, int id, out SeedRandom random)
    {
        random = new SeedRandom(randomSeed, SeedStream.Products, id);
        var category = random.NextLongTail(ProductCategory.All.Length);
        var (lowest, highest) = (ProductCategory.All[category].LowestPrice, ProductCategory.All[category].HighestPrice);
        // Prices end in .99, .49 or .00, as prices do.
        var price = (lowest * 100) + ((int)(random.NextUnit() * random.NextUnit() * (highest - lowest)) * 100) + random.Pick([99, 99, 49, 0]);
        var cost = random.PerMille(12) ? price + random.Between(10, 300) : price * random.Between(35, 78) / 100;
        var launched = id <= 5 ? FirstLaunch : FirstLaunch.AddDays(random.Next(DaysOfLaunches));
        return new Product(category, price, Math.Max(cost, 1), launched);
    }
}
