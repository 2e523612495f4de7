namespace Ingot.Seeding;

/// <summary>The pools of all countries. Immutable.</summary>
internal sealed class NamePools
{
    private readonly NamePool[] _pools;

    public NamePools(int randomSeed)
    {
        _pools = new NamePool[Country.All.Length];
        Parallel.For(0, _pools.Length, index => _pools[index] = new NamePool(Country.All[index], randomSeed));
    }

    /// <summary>The pool of a country, each as often as clients come from there.</summary>
    public NamePool Pick(ref SeedRandom random)
    {
        var share = random.Next(1000);
        foreach (var pool in _pools)
        {
            share -= pool.Country.Share;
            if (share < 0)
            {
                return pool;
            }
        }

        return _pools[0];
    }

    /// <summary>The pool of the first country, where the shop's staff lives.</summary>
    public NamePool Home => _pools[0];
}
