namespace Ingot.Catalog;

/// <summary>What a crawl found.</summary>
/// <param name="Tables">The tables, in the order of layer and name.</param>
/// <param name="Changed">The names of tables that are new or have changed since the last crawl.</param>
/// <param name="Gone">The names of tables that are no longer there.</param>
public sealed record CrawlResult(IReadOnlyList<CatalogTable> Tables, IReadOnlyList<string> Changed, IReadOnlyList<string> Gone);
