namespace Ingot.Diagrams;

/// <summary>A reference from the rows of one table to the rows of another.</summary>
/// <param name="From">The name of the entity that refers.</param>
/// <param name="To">The name of the entity that is referred to; the same for a reference to itself.</param>
/// <param name="Columns">The columns of <paramref name="From"/>, in the order of the key of <paramref name="To"/>.</param>
/// <param name="IsOptional">Whether a row may refer to none.</param>
/// <param name="IsUnique">Whether at most one row refers to each row of <paramref name="To"/>.</param>
public sealed record Relation(string From, string To, IReadOnlyList<string> Columns, bool IsOptional, bool IsUnique);
