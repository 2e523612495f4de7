using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet;
using Ingot.Lakes;
using Ingot.Landing;
using Ingot.Transform;

namespace Ingot.Runs.Stages;

/// <summary>Where on the source the newest load of a bronze table was read: its files still say it after landing was cleaned.</summary>
internal sealed class BronzeOrigins
{
    private readonly Func<TableName, CancellationToken, Task<Snapshot?>> _loadAsync;
    private readonly IParquetEngine _parquet;

    /// <summary>Reads the newest versions.</summary>
    public BronzeOrigins(LakeTables tables, IParquetEngine parquet)
        : this(tables.TryLoadAsync, parquet)
    {
    }

    /// <summary>Reads certain versions.</summary>
    public BronzeOrigins(Func<TableName, CancellationToken, Task<Snapshot?>> loadAsync, IParquetEngine parquet)
    {
        _loadAsync = loadAsync;
        _parquet = parquet;
    }

    /// <summary>Reads the positions.</summary>
    /// <returns>The JSON of the position by bronze name; tables that were never adopted, or from another writer, are left out.</returns>
    public async Task<IReadOnlyDictionary<string, string>> LoadPositionsAsync(IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            var snapshot = await _loadAsync(new TableName(Layer.Bronze, table.Name), cancellationToken).ConfigureAwait(false);
            if (snapshot?.Files.MaxBy(BronzeState.LoadOf) is { } file)
            {
                newest[snapshot.Storage.Resolve(file.Path)] = table.Name;
            }
        }

        var footers = newest.Count == 0 ? [] : await _parquet.ReadFootersAsync([.. newest.Keys], cancellationToken).ConfigureAwait(false);
        return footers
            .Where(footer => footer.KeyValueMetadata.ContainsKey(LandingKeys.Position))
            .ToDictionary(footer => newest[footer.File], footer => footer.KeyValueMetadata[LandingKeys.Position], StringComparer.OrdinalIgnoreCase);
    }
}
