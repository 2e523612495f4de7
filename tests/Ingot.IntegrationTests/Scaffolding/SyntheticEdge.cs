namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>A table at an edge of what a server allows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows that load; null when it is left out as a whole.</param>
/// <param name="Statements">What makes it.</param>
internal sealed record SyntheticEdge(string Name, int? Rows, params IReadOnlyList<string> Statements)
{
    /// <summary>What <c>ingot.yaml</c> says of what is left out of it.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The right that an account with few rights gets on it; null for SELECT, empty for none.</summary>
    public string? Right { get; init; }
}
