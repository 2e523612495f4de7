namespace Ingot.Definition.Yaml;

/// <summary>A value in a YAML text, with the place where it starts.</summary>
internal abstract record YamlNode(FilePlace Place)
{
    /// <summary>What the value is, to say in a message.</summary>
    public abstract string Shape { get; }
}

/// <summary>A text, number or other single value.</summary>
/// <param name="Text">The value after YAML's quoting and folding.</param>
/// <param name="IsPlain">Whether it stands without quotes, and is no block.</param>
/// <param name="TextPlace">Where the text starts, after a quote.</param>
/// <param name="Place">Where the value starts.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, FilePlace TextPlace, FilePlace Place) : YamlNode(Place)
{
    /// <summary>Whether it is YAML's null: nothing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Shape => IsNull ? "nothing" : "a single value";
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, FilePlace Place) : YamlNode(Place)
{
    public override string Shape => "a list";
}

/// <summary>Keys with values, in the order of the text; duplicates are kept.</summary>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, FilePlace Place) : YamlNode(Place)
{
    public override string Shape => "a mapping of keys";

    /// <summary>The value of the first entry of a key.</summary>
    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
