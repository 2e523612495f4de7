namespace Ingot.Diagrams;

/// <summary>A table of an entity-relationship drawing.</summary>
/// <param name="Name">The name, unique in the drawing; it may hold any character.</param>
/// <param name="Columns">The columns in order; empty when they are not known.</param>
public sealed record Entity(string Name, IReadOnlyList<EntityColumn> Columns);
