namespace Ingot.Scaffolding.Source;

/// <summary>Something of the source that is not loaded.</summary>
/// <param name="Schema">The database.</param>
/// <param name="Name">The name; of a column <c>table.column</c>.</param>
/// <param name="Kind"><c>view</c>, <c>sequence</c>, <c>table</c>, <c>column</c>, or <c>generated column</c>, which a load leaves out by itself.</param>
/// <param name="Reason">Why, without a full stop.</param>
public sealed record LeftOutObject(string Schema, string Name, string Kind, string Reason);
