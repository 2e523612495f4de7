namespace Ingot.Diagrams;

/// <summary>The flow from the source through bronze and silver to gold: what it holds, not how it looks.</summary>
/// <param name="Source">What the source is called, such as the name of its database.</param>
/// <param name="Tables">The tables of the lake, in the order in which they are written.</param>
public sealed record FlowDiagram(string Source, IReadOnlyList<FlowTable> Tables);
