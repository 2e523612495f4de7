using Ingot.Definition;
using Ingot.Delta;
using Ingot.Engines.DuckDb;
using Ingot.Transform;
using Ingot.Verification;

namespace Ingot.Runs.Stages;

/// <summary>What is compared: the tables of bronze, and the models of silver that keep a bronze table's key.</summary>
internal sealed class VerifyTargets
{
    private readonly PipelineSession _session;
    private readonly IReadOnlySet<string> _planned;
    private readonly Dictionary<TableName, Snapshot?> _snapshots = [];

    public VerifyTargets(PipelineSession session, IReadOnlySet<string> planned)
    {
        _session = session;
        _planned = planned;
    }

    /// <summary>Finds what the user names.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="names">Names such as <c>clients</c>, <c>bronze.clients</c> or <c>silver.clients</c>; a name alone stands for both. None: all.</param>
    /// <returns>The tables, bronze first.</returns>
    /// <exception cref="PipelineException">A name is unknown.</exception>
    public static IReadOnlyList<TableName> Select(PipelineDefinition definition, IReadOnlyList<string> names)
    {
        var all = definition.Tables.Select(table => new TableName(Layer.Bronze, table.Name))
            .Concat(definition.Models.Where(model => model.Kind == ModelKind.Current && model.Key.Count > 0).Select(model => model.Table))
            .ToList();
        foreach (var name in names)
        {
            if (!all.Exists(table => Is(table, name)))
            {
                throw new PipelineException(
                    "INGOT2015",
                    $"There is nothing to verify by the name {name}. {NearestNames.Sentence(name, all.Select(table => table.ToString()))}".TrimEnd(),
                    "Tables of bronze and models of kind current can be verified.");
            }
        }

        return names.Count == 0 ? all : [.. all.Where(table => names.Any(name => Is(table, name)))];
    }

    /// <summary>The planned tables of bronze.</summary>
    public async Task<IReadOnlyList<VerifiedTable>> LoadTablesAsync(CancellationToken cancellationToken)
    {
        var planned = _session.Definition.Tables.Where(table => _planned.Contains(new TableName(Layer.Bronze, table.Name).ToString())).ToList();
        var positions = await new BronzeOrigins(TryLoadAsync, _session.Parquet).LoadPositionsAsync(planned, cancellationToken).ConfigureAwait(false);
        var result = new List<VerifiedTable>();
        foreach (var table in planned)
        {
            var snapshot = await LoadAsync(new TableName(Layer.Bronze, table.Name), cancellationToken).ConfigureAwait(false);
            var newest = BronzeState.NewestLoadOf(snapshot);
            result.Add(new VerifiedTable(table.Name, table.Schema, table.Table, BronzeState.BuildSelect(snapshot))
            {
                Columns = [.. BronzeState.ColumnsOf(snapshot).Select(field => field.Name)],
                Rows = snapshot.Files.Where(file => BronzeState.LoadOf(file) == newest).Aggregate((long?)0, (sum, file) => sum + file.NumRecords),
                Key = table.Key,
                Without = table.Without,
                PositionJson = positions.GetValueOrDefault(table.Name),
            });
        }

        return result;
    }

    /// <summary>The planned models of silver, each with what its own SQL makes of the driving table.</summary>
    public async Task<IReadOnlyList<VerifiedKeys>> LoadKeysAsync(CancellationToken cancellationToken)
    {
        var result = new List<VerifiedKeys>();
        foreach (var model in _session.Definition.Models.Where(model => _planned.Contains(model.Table.ToString())))
        {
            var snapshot = await LoadAsync(model.Table, cancellationToken).ConfigureAwait(false);
            var inputs = new Dictionary<TableName, Snapshot>();
            foreach (var input in model.Inputs)
            {
                inputs[input] = await LoadAsync(input, cancellationToken).ConfigureAwait(false);
            }

            var translated = TranslatedModel.Build(model, new InputTables(inputs));
            var dropped = translated.HasDrops
                ? await _session.Database.RunAsync(
                    connection => connection.Query($"SELECT count(*) FILTER (WHERE NOT ({translated.Passes})) FROM ({translated.Query})", row => row.GetInt64(0)).Single(),
                    cancellationToken).ConfigureAwait(false)
                : 0;
            result.Add(new VerifiedKeys(model.Table.ToString(), new InputTable(model.Table, snapshot).BuildSelect(), model.Key, translated.DrivingTable ?? "its inputs", translated.Query, model.Key, dropped));
        }

        return result;
    }

    private static bool Is(TableName table, string name) =>
        string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(table.ToString(), name, StringComparison.OrdinalIgnoreCase);

    private async Task<Snapshot> LoadAsync(TableName table, CancellationToken cancellationToken) =>
        await TryLoadAsync(table, cancellationToken).ConfigureAwait(false)
        ?? throw new PipelineException("INGOT2014", $"The lake has no {table} yet.", "Run the steps before it: `ingot run`.");

    // A table's origin, its rows and the models that read it are all of one version.
    private async Task<Snapshot?> TryLoadAsync(TableName table, CancellationToken cancellationToken) =>
        _snapshots.TryGetValue(table, out var known)
            ? known
            : _snapshots[table] = await _session.Tables.TryLoadAsync(table, cancellationToken).ConfigureAwait(false);
}
