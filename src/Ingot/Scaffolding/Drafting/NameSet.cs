namespace Ingot.Scaffolding.Drafting;

/// <summary>Gives out names that are unique without regard to case.</summary>
internal sealed class NameSet
{
    private const int LongestName = 128;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public NameSet(IEnumerable<string> taken) => _taken.UnionWith(taken);

    public NameSet()
    {
    }

    /// <summary>Whether a name is given out.</summary>
    public bool Has(string name) => _taken.Contains(name);

    /// <summary>Takes a name, or the first free one made from it.</summary>
    /// <param name="name">The wanted name.</param>
    /// <returns>The name, with a number at its end when it was taken.</returns>
    public string Take(string name)
    {
        var wanted = name.Length > LongestName ? name[..LongestName] : name;
        var free = wanted;
        for (var number = 2; !_taken.Add(free); number++)
        {
            var ending = $"_{number}";
            free = wanted[..Math.Min(wanted.Length, LongestName - ending.Length)] + ending;
        }

        return free;
    }
}
