using Ingot.Runs;

namespace Ingot.Definition.Checking;

/// <summary>What is known of the tables of bronze, before the models are checked against them.</summary>
/// <param name="Tables">The schemas of the tables that the lake has, and of the others those that the source gave.</param>
/// <param name="Errors">Tables that the source does not have or that cannot be loaded from it, each with its place in the definition.</param>
/// <param name="Note">Why tables that the lake does not have could not be looked up; null when all are known.</param>
public sealed record BronzeSchemas(IReadOnlyDictionary<TableName, TableSchema> Tables, IReadOnlyList<DefinitionError> Errors, string? Note)
{
    /// <summary>Reads the lake, and the source for what the lake does not have yet. Never asks for a password, never starts a server.</summary>
    /// <param name="session">The session of the pipeline.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What is known; a source that cannot be read is a note.</returns>
    /// <exception cref="PipelineException">The lake is of a newer format.</exception>
    public static async Task<BronzeSchemas> LoadAsync(PipelineSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await LoadAsync(session, new LakeMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what is not remembered.</summary>
    internal static async Task<BronzeSchemas> LoadAsync(PipelineSession session, LakeMemory memory, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<TableName, TableSchema>(await LakeSchemas.LoadAsync(session, memory, cancellationToken).ConfigureAwait(false));
        var missing = session.Definition.Tables.Where(table => !tables.ContainsKey(new TableName(Layer.Bronze, table.Name))).ToList();
        if (missing.Count == 0)
        {
            return new BronzeSchemas(tables, [], null);
        }

        var source = memory.Source ??= await SourceSchemas.LoadAsync(session.Definition.Source, missing, cancellationToken).ConfigureAwait(false);
        foreach (var (name, schema) in source.Tables)
        {
            tables.TryAdd(name, schema);
        }

        return source with { Tables = tables };
    }

    /// <summary>Adds the columns that the source has now and the lake does not have yet, as the next run loads them. Connects to the source, once for as long as it is remembered.</summary>
    /// <returns>These schemas with the new columns, and the new columns by table; none when the source cannot be read.</returns>
    internal async Task<(BronzeSchemas Schemas, IReadOnlyDictionary<TableName, IReadOnlyList<string>> NewColumns)> AddNewColumnsAsync(
        PipelineSession session, LakeMemory memory, CancellationToken cancellationToken)
    {
        var known = session.Definition.Tables.Where(table => TryGet(table) is not null).ToList();
        var source = memory.SourceOfLake ??= await SourceSchemas.LoadAsync(session.Definition.Source, known, cancellationToken).ConfigureAwait(false);
        var tables = new Dictionary<TableName, TableSchema>(Tables);
        var newColumns = new Dictionary<TableName, IReadOnlyList<string>>();
        foreach (var (name, schema) in source.Tables.Where(table => Tables.ContainsKey(table.Key)))
        {
            var added = schema.Columns.ExceptBy(Tables[name].Columns.Select(column => column.Name), column => column.Name, StringComparer.OrdinalIgnoreCase).ToList();
            if (added.Count > 0)
            {
                // The rows that are loaded already have no value.
                tables[name] = Tables[name] with { Columns = [.. Tables[name].Columns, .. added.Select(column => column with { Nullable = true })] };
                newColumns[name] = [.. added.Select(column => column.Name)];
            }
        }

        return (this with { Tables = tables }, newColumns);
    }

    /// <summary>The schema of a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The schema, or null when it is not known.</returns>
    public TableSchema? TryGet(TableDefinition table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Tables.GetValueOrDefault(new TableName(Layer.Bronze, table.Name));
    }
}
