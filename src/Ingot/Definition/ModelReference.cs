namespace Ingot.Definition;

/// <summary>A table that a model's SQL or one of its expectations names.</summary>
/// <param name="Parts">The parts of the name, without back-ticks.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelReference(IReadOnlyList<string> Parts, FilePlace Place)
{
    /// <summary>Whether an expectation refers to it, and not the SQL.</summary>
    public bool IsOfExpectation { get; init; }

    public override string ToString() => string.Join(".", Parts);
}
