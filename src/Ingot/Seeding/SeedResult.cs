namespace Ingot.Seeding;

/// <summary>What a seed made.</summary>
/// <param name="Database">The database.</param>
/// <param name="Tables">The tables, parents first.</param>
public sealed record SeedResult(string Database, IReadOnlyList<SeededTable> Tables);
