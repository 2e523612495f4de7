namespace Ingot.Definition;

/// <summary>A table that a model's SQL names.</summary>
/// <param name="Parts">The parts of the name, without back-ticks.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelReference(IReadOnlyList<string> Parts, FilePlace Place)
{
    public override string ToString() => string.Join(".", Parts);
}
