namespace Ingot.Seeding;

/// <summary>A table that was filled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that it has now.</param>
public sealed record SeededTable(string Name, long Rows);
