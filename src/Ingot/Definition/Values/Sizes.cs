namespace Ingot.Definition.Values;

/// <summary>Sizes as definitions write them: <c>1 GB</c> is 10^9 bytes, <c>1 GiB</c> 2^30.</summary>
internal static class Sizes
{
    private static readonly Dictionary<string, long> Units = new()
    {
        ["B"] = 1,
        ["KB"] = 1_000,
        ["MB"] = 1_000_000,
        ["GB"] = 1_000_000_000,
        ["TB"] = 1_000_000_000_000,
        ["KiB"] = 1L << 10,
        ["MiB"] = 1L << 20,
        ["GiB"] = 1L << 30,
        ["TiB"] = 1L << 40,
    };

    /// <summary>The units, to say in a message.</summary>
    public const string UnitNames = "B, KB, MB, GB, TB, KiB, MiB, GiB or TiB";

    /// <summary>Reads a number and a unit, into bytes.</summary>
    public static long? TryParse(string text)
    {
        if (Quantity.TrySplit(text) is not var (number, unit) || !Units.TryGetValue(unit, out var factor))
        {
            return null;
        }

        var bytes = number * factor;
        return bytes <= long.MaxValue ? (long)bytes : null;
    }
}
