namespace Ingot.Diagrams;

/// <summary>An entity-relationship drawing: what it holds, not how it looks.</summary>
/// <param name="Entities">The tables, in the order in which they are written.</param>
/// <param name="Relations">The references; both ends are among <paramref name="Entities"/>, another reference is not drawn.</param>
public sealed record EntityDiagram(IReadOnlyList<Entity> Entities, IReadOnlyList<Relation> Relations)
{
    /// <summary>The relations whose both ends are drawn.</summary>
    internal IEnumerable<Relation> DrawnRelations()
    {
        var names = Entities.Select(entity => entity.Name).ToHashSet(StringComparer.Ordinal);
        return Relations.Where(relation => names.Contains(relation.From) && names.Contains(relation.To));
    }
}
