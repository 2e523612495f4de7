using Ingot.Definition;

namespace Ingot.Diagrams;

/// <summary>A table of the lake in a drawing of the flow.</summary>
/// <param name="Table">Its layer and name.</param>
/// <param name="Inputs">The tables that it is made from; empty for bronze, which is made from the source.</param>
public sealed record FlowTable(TableName Table, IReadOnlyList<TableName> Inputs);
