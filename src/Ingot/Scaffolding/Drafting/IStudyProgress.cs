using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Hears how far the study of a source is, from several threads.</summary>
public interface IStudyProgress : IProfileProgress
{
    /// <summary>The schema is being read.</summary>
    /// <param name="databases">The databases.</param>
    void CatalogStarted(IReadOnlyList<string> databases);

    /// <summary>The schema is read.</summary>
    /// <param name="catalog">What the databases hold.</param>
    /// <param name="willProfile">Whether a look at the values follows.</param>
    void CatalogRead(SourceCatalog catalog, bool willProfile);
}
