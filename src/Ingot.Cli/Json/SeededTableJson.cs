namespace Ingot.Cli.Json;

/// <summary>A table that was filled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that it has now.</param>
internal sealed record SeededTableJson(string Name, long Rows);
