namespace Ingot.Cli.Json;

/// <summary>A row that differs.</summary>
/// <param name="Kind"><c>missing_in_lake</c>, <c>extra_in_lake</c> or <c>different</c>.</param>
/// <param name="Key">The values of the key's columns; of a table without a key, the row's hash.</param>
/// <param name="Columns">The columns that differ.</param>
internal sealed record DifferenceJson(string Kind, IReadOnlyList<string> Key, IReadOnlyList<ColumnDifferenceJson> Columns);
