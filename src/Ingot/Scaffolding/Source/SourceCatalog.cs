using Ingot.MySql;

namespace Ingot.Scaffolding.Source;

/// <summary>What one or several databases of a server hold.</summary>
/// <param name="ServerVersion">The version as the server writes it.</param>
/// <param name="Tables">The chosen base tables, ordered by database and name, with the columns that can be loaded; keys and foreign keys over other columns are not there.</param>
/// <param name="LeftOut">What cannot be loaded, by name with its reason, in the same order.</param>
public sealed record SourceCatalog(string ServerVersion, IReadOnlyList<TableSchema> Tables, IReadOnlyList<LeftOutObject> LeftOut);
