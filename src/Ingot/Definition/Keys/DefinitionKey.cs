namespace Ingot.Definition.Keys;

/// <summary>A key that a definition file takes. The loader, the reference page and the JSON schema are made from these records.</summary>
/// <param name="Path">Where it stands: <c>source.url</c>; <c>tables[]</c> is an item of a list, <c>environments.*</c> a name that the user chooses.</param>
/// <param name="Shape">The shapes that its value may have.</param>
/// <param name="Description">What it is for, in one or a few sentences of Markdown.</param>
internal sealed record DefinitionKey(string Path, ValueShape Shape, string Description)
{
    /// <summary>What a single value is written like.</summary>
    public ValueFormat Format { get; init; } = ValueFormat.Text;

    /// <summary>Whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its section has exactly one of the keys that are marked so.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>Whether a value of nothing is the same as no key.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The value when the key is not there, in Markdown; null when there is none to name.</summary>
    public string? Default { get; init; }

    /// <summary>The values of a <see cref="ValueFormat.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}
