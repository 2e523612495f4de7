using Ingot.Catalog;

namespace Ingot.Cli.Json;

/// <summary>A table of the lake.</summary>
/// <param name="Name">The name with its layer.</param>
/// <param name="Location">The table's folder.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="PartitionColumns">The partition columns in order.</param>
/// <param name="Rows">The rows; absent when a file does not say. A bronze table counts every captured change.</param>
/// <param name="Bytes">The bytes of its files.</param>
/// <param name="Files">The number of its files.</param>
/// <param name="TableVersion">The version of the Delta table.</param>
/// <param name="Updated">When the version was committed.</param>
/// <param name="Origins">What it was made from.</param>
internal sealed record TableJson(
    string Name,
    string Location,
    string Description,
    IReadOnlyList<ColumnJson> Columns,
    IReadOnlyList<string> PartitionColumns,
    long? Rows,
    long Bytes,
    int Files,
    long TableVersion,
    DateTimeOffset Updated,
    IReadOnlyList<string> Origins)
{
    public static TableJson Of(CatalogTable table) => new(
        table.Name,
        table.Location,
        table.Description,
        [.. table.Columns.Select(column => new ColumnJson(column.Name, column.Type, column.SourceType, column.Comment, column.Personal))],
        table.PartitionColumns,
        table.Rows,
        table.Bytes,
        table.Files,
        table.Version,
        table.Updated,
        table.Origins);
}
