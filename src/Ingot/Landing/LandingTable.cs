namespace Ingot.Landing;

/// <summary>A table's folder in landing.</summary>
/// <param name="Schema">The database.</param>
/// <param name="Table">The table.</param>
/// <param name="Folder">The absolute path of the folder.</param>
public sealed record LandingTable(string Schema, string Table, string Folder);
