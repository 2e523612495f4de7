using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Landing;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>Decides which tables are loaded.</summary>
internal sealed class ReplicationPlanner
{
    private readonly SourceConnection _connection;
    private readonly LandingFolder _landing;
    private readonly DuckDbDatabase _database;
    private readonly bool _loadAnyway;

    public ReplicationPlanner(SourceConnection connection, LandingFolder landing, DuckDbDatabase database, bool loadAnyway)
    {
        _connection = connection;
        _landing = landing;
        _database = database;
        _loadAnyway = loadAnyway;
    }

    public async Task<ReplicationPlan> PlanAsync(
        IReadOnlyList<TableDefinition> tables, IReadOnlyDictionary<string, string>? adoptedPositions, CancellationToken cancellationToken)
    {
        var facts = await MySqlServerFacts.LoadAsync(_connection, cancellationToken).ConfigureAwait(false);
        var sources = await LoadSourcesAsync(_connection, tables, cancellationToken).ConfigureAwait(false);
        foreach (var (table, source) in tables.Zip(sources))
        {
            LandingSchema.Build(source.Schema, TypeMapping.Map(source.Schema), LandingSchema.FindKey(table, source.Schema));
        }

        var recorded = _loadAnyway ? [] : await FindRecordedAsync(tables, adoptedPositions, cancellationToken).ConfigureAwait(false);
        var plans = new List<TableReplicationPlan>();
        foreach (var (table, source) in tables.Zip(sources))
        {
            var (action, reason) = _loadAnyway
                ? (TableAction.Load, "a load was asked for")
                : await DecideAsync(facts, source.Schema, recorded.GetValueOrDefault(table.Name), cancellationToken).ConfigureAwait(false);
            plans.Add(new TableReplicationPlan(table, action, reason, source.Schema) { LeftOutColumns = source.LeftOutColumns });
        }

        return new ReplicationPlan(plans, facts);
    }

    /// <summary>Reads the tables as they are loaded, in the order of the definition; a table that is not there is an error with the nearest names.</summary>
    public static async Task<IReadOnlyList<SourceTable>> LoadSourcesAsync(SourceConnection connection, IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
    {
        var found = await SchemaReader.LoadTablesAsync(connection, [.. tables.Select(table => (table.Schema, table.Table))], cancellationToken).ConfigureAwait(false);
        var sources = new List<SourceTable>();
        foreach (var table in tables)
        {
            var schema = found.GetValueOrDefault((table.Schema, table.Table)) ?? throw await ExplainMissingAsync(connection, table, cancellationToken).ConfigureAwait(false);
            sources.Add(SourceTable.Of(schema, table.Without));
        }

        return sources;
    }

    private static async Task<MySqlSourceException> ExplainMissingAsync(SourceConnection connection, TableDefinition table, CancellationToken cancellationToken)
    {
        var names = await SchemaReader.ListTablesAsync(connection, table.Schema, cancellationToken).ConfigureAwait(false);
        return new MySqlSourceException(
            MySqlErrorCodes.UnknownTable,
            $"{table.Place}: the source has no table {table.Schema}.{table.Table}, or the account may not see it.",
            names.Count == 0 ? $"Check the database's name, and grant the account SELECT on {table.Schema}.*." : NearestNames.Sentence(table.Table, names));
    }

    private async Task<Dictionary<string, SourcePosition>> FindRecordedAsync(
        IReadOnlyList<TableDefinition> tables, IReadOnlyDictionary<string, string>? adoptedPositions, CancellationToken cancellationToken)
    {
        var landed = await _database.RunAsync(
            connection => tables.ToDictionary(table => table.Name, table => TryFindLoad(connection, table)?.PositionJson), cancellationToken).ConfigureAwait(false);
        var result = new Dictionary<string, SourcePosition>();
        foreach (var table in tables)
        {
            if ((landed[table.Name] ?? adoptedPositions?.GetValueOrDefault(table.Name)) is { } json && SourcePosition.TryParse(json) is { } position)
            {
                result[table.Name] = position;
            }
        }

        return result;
    }

    private LandingLoad? TryFindLoad(DuckDB.NET.Data.DuckDBConnection connection, TableDefinition table)
    {
        try
        {
            return LandingFolder.FindCompleteLoad(connection, _landing.Table(table.Schema, table.Table));
        }
        catch (PipelineException)
        {
            // A cut file is no complete load; adopt names it.
            return null;
        }
    }

    private async Task<(TableAction Action, string Reason)> DecideAsync(
        MySqlServerFacts facts, TableSchema schema, SourcePosition? recorded, CancellationToken cancellationToken)
    {
        if (recorded is null)
        {
            return (TableAction.Load, "there is no complete load of it yet");
        }

        if (recorded.Snapshot.Flavor != facts.Flavor || recorded.Snapshot.Server != facts.Server)
        {
            return (TableAction.Load, "the source is another server than at the last load");
        }

        if (facts.Gtid is { Length: > 0 } gtid && recorded.Snapshot.Gtid is { Length: > 0 } last)
        {
            return AreEqual(facts.Flavor, gtid, last)
                ? (TableAction.Skip, "the source has not moved since the last load")
                : (TableAction.Load, "the source has moved since the last load");
        }

        if (recorded.Checksum is { } checksum)
        {
            return await TableChecksum.LoadAsync(_connection, schema, cancellationToken).ConfigureAwait(false) == checksum
                ? (TableAction.Skip, "its checksum is that of the last load")
                : (TableAction.Load, "its checksum differs from the last load's");
        }

        return (TableAction.Load, "nothing tells whether the source has moved");
    }

    private static bool AreEqual(ServerFlavor flavor, string left, string right)
    {
        try
        {
            return GtidSet.Parse(flavor, left).Equals(GtidSet.Parse(flavor, right));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
