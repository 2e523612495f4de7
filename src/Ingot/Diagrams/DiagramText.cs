namespace Ingot.Diagrams;

/// <summary>Both drawings of a pipeline in one text. Pure.</summary>
public static class DiagramText
{
    private const double Gap = 16;

    /// <summary>Writes the drawings as Markdown with two Mermaid blocks, which GitHub draws.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="flow">The flow.</param>
    /// <returns>The Markdown.</returns>
    public static string WriteMarkdown(EntityDiagram tables, FlowDiagram flow) =>
        $"{Fence(EntityMermaid.Write(tables))}\n{Fence(FlowMermaid.Write(flow))}";

    /// <summary>A Mermaid text as a block of Markdown.</summary>
    /// <param name="mermaid">The text.</param>
    /// <returns>The block, with a line end.</returns>
    public static string Fence(string mermaid) => $"```mermaid\n{mermaid}```\n";

    /// <summary>Writes the drawings as one SVG file, the flow below the tables.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="name">The pipeline's name, for the titles.</param>
    /// <returns>The file's text.</returns>
    public static string WriteSvg(EntityDiagram tables, FlowDiagram flow, string name)
    {
        var upper = EntitySvg.Draw(tables, $"Tables of {name}");
        var lower = FlowSvg.Draw(flow, $"Flow of {name}");
        var (width, height) = (SvgText.Number(Math.Max(upper.Width, lower.Width)), SvgText.Number(upper.Height + Gap + lower.Height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
            <rect class="back" width="100%" height="100%"/>
            {upper.Text}<svg y="{SvgText.Number(upper.Height + Gap)}" width="{SvgText.Number(lower.Width)}" height="{SvgText.Number(lower.Height)}">
            {lower.Text}</svg>
            </svg>

            """.ReplaceLineEndings("\n");
    }
}
