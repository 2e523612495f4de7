using System.Text.Json;
using System.Text.Json.Serialization;
using Ingot.Lakes;

namespace Ingot.Catalog;

/// <summary>
/// Keeps <c>_ingot/catalog.json</c>: what a reader without Ingot needs to find the tables of the lake, their columns and their places. It is made from the tables' logs and from nothing else.
/// </summary>
public sealed partial class Crawler
{
    private readonly LakeTables _tables;

    /// <summary>Makes a crawler.</summary>
    /// <param name="tables">The tables of the lake.</param>
    public Crawler(LakeTables tables)
    {
        _tables = tables;
    }

    /// <summary>Refreshes the catalog; the file is written only when something in it changed.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tables, and the names of those that are new, changed or gone.</returns>
    public async Task<CrawlResult> CrawlAsync(CancellationToken cancellationToken)
    {
        var tables = await new CatalogReader(_tables).LoadAsync(cancellationToken).ConfigureAwait(false);
        var path = Path.Combine(_tables.Lake.IngotFolder, "catalog.json");
        var before = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var changed = tables.Where(table => !before.TryGetValue(table.Name, out var old) || Text(old) != Text(table)).Select(table => table.Name).ToList();
        var gone = before.Keys.Except(tables.Select(table => table.Name), StringComparer.Ordinal).ToList();
        if (changed.Count > 0 || gone.Count > 0 || !File.Exists(path))
        {
            AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(new CatalogDocument(1, tables), CatalogJson.Default.CatalogDocument));
        }

        return new CrawlResult(tables, changed, gone);
    }

    private static string Text(CatalogTable table) => JsonSerializer.Serialize(table, CatalogJson.Default.CatalogTable);

    /// <summary>What is there is only compared with: a file that cannot be read is as good as none.</summary>
    private static async Task<Dictionary<string, CatalogTable>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            var document = JsonSerializer.Deserialize(bytes, CatalogJson.Default.CatalogDocument);
            return document?.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    internal sealed record CatalogDocument(int Version, IReadOnlyList<CatalogTable> Tables);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
    [JsonSerializable(typeof(CatalogDocument))]
    private sealed partial class CatalogJson : JsonSerializerContext;
}
