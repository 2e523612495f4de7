using Ingot.Definition;

namespace Ingot.Diagrams;

/// <summary>Writes the flow of a pipeline as an SVG file, for light and dark backgrounds. Pure.</summary>
public static class FlowSvg
{
    private const double Margin = 24;
    private const double BoxHeight = 24;
    private const double RowGap = 8;
    private const double ColumnGap = 80;
    private const double HeadHeight = 30;
    private const int WidestName = 40;
    private const int MostBoxes = 300;

    private const string Marks = """
        <defs>
        <marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="point" d="M0 0L8 4L0 8z"/></marker>
        </defs>
        """;

    /// <summary>Writes a drawing. Names may hold any character. Where there are hundreds of tables, those that no mart of gold is made from are drawn as one.</summary>
    /// <param name="diagram">What to draw.</param>
    /// <param name="title">What the drawing is called, for those who hear it.</param>
    /// <returns>The file's text.</returns>
    public static string Write(FlowDiagram diagram, string title)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(title);
        return Draw(diagram, title).Text;
    }

    /// <summary>The drawing with its size.</summary>
    internal static SvgDrawing Draw(FlowDiagram diagram, string title)
    {
        var graphs = FlowGraph.Condensed(diagram).ToList();
        var graph = graphs.Find(graph => graph.Lanes.Sum(lane => lane.Nodes.Count) <= MostBoxes) ?? graphs[^1];
        var columns = Columns(graph);
        var widths = columns.Select(column => (column.Nodes.Select(node => Math.Min(WidestName, SvgText.Cells(node.Text))).Append(6).Max() * SvgPage.FontSize * SvgText.SignWidth) + 20).ToList();
        var height = columns.Max(column => column.Nodes.Count * (BoxHeight + RowGap));
        var places = new Dictionary<FlowNode, (double X, double Y, double Width)>();
        var page = new SvgPage();
        var x = Margin;
        for (var number = 0; number < columns.Count; number++)
        {
            if (number == 0 || columns[number - 1].Layer != columns[number].Layer)
            {
                page.AddText("faint", x, Margin + 14, columns[number].Layer is { } layer ? TableName.FolderOf(layer) : "source", widths[number]);
            }

            var y = Margin + HeadHeight + ((height - (columns[number].Nodes.Count * (BoxHeight + RowGap))) / 2);
            foreach (var node in Ordered(columns[number].Nodes, graph, places))
            {
                places[node] = (x, y, widths[number]);
                y += BoxHeight + RowGap;
            }

            x += widths[number] + ColumnGap;
        }

        foreach (var (from, to) in graph.Edges)
        {
            AddEdge(page, places[from], places[to], $"{from.Text} → {to.Text}");
        }

        foreach (var (node, place) in places)
        {
            page.AddBox(node.Layer is { } layer ? TableName.FolderOf(layer) : "source", place.X, place.Y, place.Width, BoxHeight, node.Layer is null ? 12 : 4);
            page.AddText("", place.X + 10, place.Y + 16.5, node.Text, place.Width - 19);
        }

        return page.Build(x - ColumnGap + Margin, height + HeadHeight + (2 * Margin), title, Marks);
    }

    // A layer has one column for each step within it.
    private static List<(Layer? Layer, List<FlowNode> Nodes)> Columns(FlowGraph graph)
    {
        var columns = new List<(Layer?, List<FlowNode>)>();
        foreach (var lane in graph.Lanes)
        {
            var depths = lane.Nodes.ToDictionary(node => node, _ => 0);
            var within = graph.Edges.Where(edge => edge.From.Layer == lane.Layer && edge.To.Layer == lane.Layer).ToList();

            // As many rounds as there are steps; the bound ends a cycle, which a checked definition has none of.
            for (var (round, changed) = (0, true); changed && round < lane.Nodes.Count; round++)
            {
                changed = false;
                foreach (var (from, to) in within.Where(edge => depths[edge.To] <= depths[edge.From]))
                {
                    depths[to] = depths[from] + 1;
                    changed = true;
                }
            }

            columns.AddRange(lane.Nodes.GroupBy(node => depths[node]).OrderBy(group => group.Key).Select(group => (lane.Layer, group.ToList())));
        }

        return columns;
    }

    private static IEnumerable<FlowNode> Ordered(List<FlowNode> nodes, FlowGraph graph, Dictionary<FlowNode, (double X, double Y, double Width)> places)
    {
        var inputs = graph.Edges.ToLookup(edge => edge.To, edge => edge.From);
        return nodes.OrderBy(node => inputs[node].Where(places.ContainsKey).Select(input => places[input].Y).DefaultIfEmpty(0).Average());
    }

    private static void AddEdge(SvgPage page, (double X, double Y, double Width) from, (double X, double Y, double Width) to, string title)
    {
        var (startX, startY, endX, endY) = (from.X + from.Width, from.Y + (BoxHeight / 2), to.X, to.Y + (BoxHeight / 2));
        var bend = Math.Max(30, (endX - startX) / 2);
        page.Add($"<path class=\"edge\" marker-end=\"url(#to)\" d=\"M{N(startX)} {N(startY)}C{N(startX + bend)} {N(startY)} {N(endX - bend)} {N(endY)} {N(endX - 6)} {N(endY)}h6\"><title>{SvgText.Escape(title)}</title></path>");
    }

    private static string N(double value) => SvgText.Number(value);
}
