namespace Ingot.Definition;

/// <summary>A name or value of a definition, with its place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PlacedText(string Text, FilePlace Place)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
