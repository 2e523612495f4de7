namespace Ingot.Seeding;

/// <summary>How far the load of one table is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">The rows that the server has taken.</param>
/// <param name="TotalRows">The rows that it will have.</param>
public sealed record SeedProgress(string Table, long Rows, long TotalRows);
