using Ingot.Diagrams;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot diagram</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Tables">The tables of silver.</param>
/// <param name="Relations">Their references.</param>
/// <param name="Source">What the flow starts from: the databases.</param>
/// <param name="Flow">The tables of all layers, each with those that it is made from.</param>
internal sealed record DiagramDocument(
    int Version, string Command, int ExitCode, IReadOnlyList<DiagramTableJson> Tables, IReadOnlyList<DiagramRelationJson> Relations, string Source, IReadOnlyList<DiagramFlowJson> Flow)
{
    public static DiagramDocument Of(EntityDiagram tables, FlowDiagram flow) => new(
        JsonOutput.ShapeVersion,
        "diagram",
        (int)Cli.ExitCode.Ok,
        [.. tables.Entities.Select(table => new DiagramTableJson(table.Name, [.. table.Columns.Select(column => new DiagramColumnJson(column.Name, column.Type, column.IsKey, column.IsForeign))]))],
        [.. tables.Relations.Select(relation => new DiagramRelationJson(relation.From, relation.To, relation.Columns, relation.IsOptional, relation.IsUnique))],
        flow.Source,
        [.. flow.Tables.Select(table => new DiagramFlowJson(table.Table.ToString(), [.. table.Inputs.Select(input => input.ToString())]))]);
}
