using System.Text;
using Ingot.Definition;

namespace Ingot.Diagrams;

/// <summary>Writes the flow of a pipeline as Mermaid's <c>flowchart</c>, which GitHub draws. Pure.</summary>
public static class FlowMermaid
{
    /// <summary>
    /// Writes a drawing. Names may hold any character. Tables that no mart of gold is made from are drawn as one where all of them would be more than Mermaid draws with the settings that GitHub has.
    /// </summary>
    /// <param name="diagram">What to draw.</param>
    /// <returns>The text, which starts with <c>flowchart</c> and ends with a line end; without the fence of a Markdown block.</returns>
    public static string Write(FlowDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        var text = "";
        foreach (var graph in FlowGraph.Condensed(diagram))
        {
            text = Write(graph);
            if (graph.Edges.Count <= MermaidText.MaximumEdges && text.Length <= MermaidText.MaximumLength)
            {
                break;
            }
        }

        return text;
    }

    private static string Write(FlowGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        var words = new Dictionary<FlowNode, string>();
        foreach (var lane in graph.Lanes)
        {
            if (lane.Layer is not { } layer)
            {
                foreach (var node in lane.Nodes)
                {
                    words[node] = "source";
                    text.Append($"  source[({MermaidText.Label(node.Text)})]\n");
                }

                continue;
            }

            var folder = TableName.FolderOf(layer);
            text.Append($"  subgraph {folder}\n");
            foreach (var node in lane.Nodes)
            {
                var word = MermaidText.IsWord(node.Text) ? $"{folder}_{node.Text}" : $"{folder}_{words.Count}_";
                words[node] = word;
                text.Append($"    {word}[{MermaidText.Label(node.Text)}]\n");
            }

            text.Append("  end\n");
        }

        foreach (var (from, to) in graph.Edges)
        {
            text.Append($"  {words[from]} --> {words[to]}\n");
        }

        return text.ToString();
    }
}
