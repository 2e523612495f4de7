using System.Collections.Frozen;

namespace Ingot.Definition.Keys;

/// <summary>The keys of one kind of definition file, by path.</summary>
internal sealed class DefinitionKeySet
{
    private readonly FrozenDictionary<string, DefinitionKey> _byPath;
    private readonly FrozenDictionary<string, IReadOnlyList<DefinitionKey>> _byParent;

    public DefinitionKeySet(IReadOnlyList<DefinitionKey> keys)
    {
        All = keys;
        _byPath = keys.ToFrozenDictionary(key => key.Path);
        _byParent = keys.Where(key => key.Name != "*" && !key.Name.EndsWith("[]", StringComparison.Ordinal))
            .GroupBy(key => key.Path.Length == key.Name.Length ? "" : key.Path[..^(key.Name.Length + 1)])
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<DefinitionKey>)[.. group]);
    }

    /// <summary>All keys, in the order of the reference.</summary>
    public IReadOnlyList<DefinitionKey> All { get; }

    /// <summary>The key at a path.</summary>
    public DefinitionKey? TryGet(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The keys of a section; those of the file for an empty path.</summary>
    public IReadOnlyList<DefinitionKey> ChildrenOf(string path) => _byParent.GetValueOrDefault(path, []);
}
