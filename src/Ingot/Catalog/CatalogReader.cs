using Ingot.Adoption;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Lakes;
using Ingot.Transform;

namespace Ingot.Catalog;

/// <summary>Reads the catalog from the logs of the tables that the lake has.</summary>
public sealed class CatalogReader
{
    private readonly LakeTables _tables;

    /// <summary>Makes a reader.</summary>
    /// <param name="tables">The tables of the lake.</param>
    public CatalogReader(LakeTables tables)
    {
        _tables = tables;
    }

    /// <summary>Reads all tables.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tables, in the order of layer and name.</returns>
    public async Task<IReadOnlyList<CatalogTable>> LoadAsync(CancellationToken cancellationToken) =>
        [.. (await _tables.LoadAllAsync(cancellationToken).ConfigureAwait(false)).Select(pair => Describe(pair.Key, pair.Value))];

    private static CatalogTable Describe(TableName name, Snapshot snapshot) => new(
        name.ToString(),
        snapshot.Storage.Location,
        snapshot.Metadata.Description ?? "",
        [.. snapshot.Schema.Fields.Select(field => new CatalogColumn(field.Name, field.Type.SimpleString, field.TryMetadataText("mysql.type"), field.TryMetadataText("comment"), field.TryMetadataText(PersonalKinds.MetadataKey)))],
        snapshot.Metadata.PartitionColumns,
        snapshot.Files.Aggregate((long?)0, (sum, file) => sum + file.NumRecords),
        snapshot.Files.Sum(file => file.Size),
        snapshot.Files.Count,
        snapshot.Version,
        snapshot.Timestamp,
        OriginsOf(snapshot));

    private static IReadOnlyList<string> OriginsOf(Snapshot snapshot) =>
        snapshot.Metadata.Configuration.TryGetValue(BronzeSchema.SourceProperty, out var source)
            ? [$"MySQL {source}"]
            : [.. snapshot.Transactions.Keys.Select(ModelPlanner.TryReadInput).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
