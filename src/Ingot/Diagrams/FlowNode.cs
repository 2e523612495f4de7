using Ingot.Definition;

namespace Ingot.Diagrams;

/// <summary>A box of a drawn flow: the source, a table, or several tables as one. Compared by reference.</summary>
/// <param name="layer">The layer; null for the source.</param>
/// <param name="text">What stands in it.</param>
internal sealed class FlowNode(Layer? layer, string text)
{
    /// <summary>The layer; null for the source.</summary>
    public Layer? Layer { get; } = layer;

    /// <summary>What stands in it.</summary>
    public string Text { get; } = text;
}

/// <summary>The boxes of one layer.</summary>
/// <param name="Layer">The layer; null for the source.</param>
/// <param name="Nodes">The boxes in order.</param>
internal sealed record FlowLane(Layer? Layer, IReadOnlyList<FlowNode> Nodes);
