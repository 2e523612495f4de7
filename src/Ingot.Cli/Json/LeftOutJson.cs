namespace Ingot.Cli.Json;

/// <summary>Something of the source that is not loaded.</summary>
/// <param name="Kind">What it is: view, sequence, table, column.</param>
/// <param name="Name">Its name, with the database.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeftOutJson(string Kind, string Name, string Reason);
