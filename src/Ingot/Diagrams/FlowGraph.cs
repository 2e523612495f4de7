using System.Globalization;
using Ingot.Definition;

namespace Ingot.Diagrams;

/// <summary>The boxes and arrows of a flow.</summary>
/// <param name="Lanes">The source, then the layers that have a table.</param>
/// <param name="Edges">The arrows, without duplicates.</param>
internal sealed record FlowGraph(IReadOnlyList<FlowLane> Lanes, IReadOnlyList<(FlowNode From, FlowNode To)> Edges)
{
    private static readonly Layer[] Layers = [Layer.Bronze, Layer.Silver, Layer.Gold];

    /// <summary>The flow with ever fewer boxes: all tables; those that lead to gold, and the others as one box a layer; a box a layer.</summary>
    public static IEnumerable<FlowGraph> Condensed(FlowDiagram diagram)
    {
        yield return Build(diagram, _ => false);
        var used = LeadingToGold(diagram);
        yield return Build(diagram, table => !used.Contains(table));
        yield return Build(diagram, table => table.Layer != Layer.Gold);
        yield return Build(diagram, _ => true);
    }

    private static FlowGraph Build(FlowDiagram diagram, Func<TableName, bool> isMerged)
    {
        var source = new FlowNode(null, diagram.Source);
        var lanes = new List<FlowLane> { new(null, [source]) };
        var nodes = new Dictionary<TableName, FlowNode>();
        foreach (var layer in Layers)
        {
            var tables = diagram.Tables.Select(table => table.Table).Where(table => table.Layer == layer).Distinct().ToList();
            var merged = tables.Where(isMerged).ToList();
            var lane = new List<FlowNode>();
            foreach (var table in tables.Where(table => merged.Count < 2 || !isMerged(table)))
            {
                lane.Add(nodes[table] = new FlowNode(layer, table.Name));
            }

            if (merged.Count > 1)
            {
                var several = new FlowNode(layer, string.Create(CultureInfo.InvariantCulture, $"{merged.Count:N0} {(lane.Count == 0 ? "tables" : "other tables")}"));
                lane.Add(several);
                merged.ForEach(table => nodes[table] = several);
            }

            if (lane.Count > 0)
            {
                lanes.Add(new FlowLane(layer, lane));
            }
        }

        var edges = new List<(FlowNode, FlowNode)>();
        foreach (var table in diagram.Tables)
        {
            var to = nodes[table.Table];
            edges.AddRange(table.Table.Layer == Layer.Bronze
                ? [(source, to)]
                : table.Inputs.Where(input => nodes.ContainsKey(input)).Select(input => (nodes[input], to)).Where(edge => edge.Item1 != edge.to));
        }

        return new FlowGraph(lanes, [.. edges.Distinct()]);
    }

    private static HashSet<TableName> LeadingToGold(FlowDiagram diagram)
    {
        var inputs = diagram.Tables.GroupBy(table => table.Table).ToDictionary(group => group.Key, group => group.SelectMany(table => table.Inputs).ToList());
        var used = new HashSet<TableName>();
        var open = new Stack<TableName>(inputs.Keys.Where(table => table.Layer == Layer.Gold));
        while (open.TryPop(out var table))
        {
            if (used.Add(table) && inputs.TryGetValue(table, out var next))
            {
                next.ForEach(open.Push);
            }
        }

        return used;
    }
}
