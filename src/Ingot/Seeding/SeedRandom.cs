namespace Ingot.Seeding;

/// <summary>
/// A small random generator (SplitMix64, Steele et al. 2014) of which each block of rows has one of its own, so that a row does not depend on who made the rows before it.
/// Only integer arithmetic and correctly rounded floating point: the same values on every machine.
/// </summary>
internal struct SeedRandom
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const double UnitInterval = 1.0 / (1UL << 53);

    private ulong _state;

    /// <summary>Makes the generator of one block.</summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="stream">What is drawn: a name of its own for each purpose.</param>
    /// <param name="index">The block's number.</param>
    public SeedRandom(int seed, SeedStream stream, long index)
    {
        _state = Mix(Mix(Mix((uint)seed + Increment) ^ (ulong)stream) ^ (ulong)index);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += Increment;
        return Mix(_state);
    }

    /// <summary>From 0 to 1, without 1.</summary>
    public double NextUnit() => (NextBits() >> 11) * UnitInterval;

    /// <summary>From 0 to <paramref name="exclusiveMaximum"/>, without it.</summary>
    public int Next(int exclusiveMaximum) => (int)Math.BigMul(NextBits(), (ulong)exclusiveMaximum, out _);

    /// <summary>From <paramref name="minimum"/> to <paramref name="maximum"/>, both included.</summary>
    public int Between(int minimum, int maximum) => minimum + Next(maximum - minimum + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    /// <summary>True in so many of a thousand times.</summary>
    public bool PerMille(int share) => Next(1000) < share;

    /// <summary>One of the items.</summary>
    public T Pick<T>(ReadOnlySpan<T> items) => items[Next(items.Length)];

    /// <summary>One of the items.</summary>
    public T Pick<T>(T[] items) => items[Next(items.Length)];

    /// <summary>An index with a long tail: low ones come often, high ones seldom.</summary>
    public int NextLongTail(int exclusiveMaximum)
    {
        var unit = NextUnit();
        // unit to the power of 2.5, of operations that IEEE 754 rounds correctly; Math.Pow is not among them.
        return Math.Min((int)(unit * unit * Math.Sqrt(unit) * exclusiveMaximum), exclusiveMaximum - 1);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
