namespace Ingot.Seeding;

/// <summary>When sales were made: the order of the keys is the order of time.</summary>
internal static class Sale
{
    /// <summary>The share of all sales that had been made when this one was.</summary>
    /// <param name="randomSeed">The seed.</param>
    /// <param name="id">The sale's key, from 1.</param>
    /// <param name="sales">The number of all sales.</param>
    public static double ShareOf(int randomSeed, int id, int sales) =>
        (id - 1 + new SeedRandom(randomSeed, SeedStream.SaleTimes, id).NextUnit()) / sales;
}
