namespace Ingot.Catalog;

/// <summary>A table of the lake, as its log describes it.</summary>
/// <param name="Name">The name with its layer, for example <c>gold.fact_sales</c>.</param>
/// <param name="Location">The absolute path of the table.</param>
/// <param name="Description">What the table holds, or an empty text.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="PartitionColumns">The partition columns in order.</param>
/// <param name="Rows">The rows; null when a file does not say. A bronze table counts every change that was captured.</param>
/// <param name="Bytes">The bytes of its files.</param>
/// <param name="Files">The number of its files.</param>
/// <param name="Version">The version.</param>
/// <param name="Updated">When the version was committed.</param>
/// <param name="Origins">What it was made from: other tables, or the table of the source.</param>
public sealed record CatalogTable(
    string Name,
    string Location,
    string Description,
    IReadOnlyList<CatalogColumn> Columns,
    IReadOnlyList<string> PartitionColumns,
    long? Rows,
    long Bytes,
    int Files,
    long Version,
    DateTimeOffset Updated,
    IReadOnlyList<string> Origins);
