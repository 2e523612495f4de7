using Ingot.Lakes;
using Ingot.Runs;
using Ingot.Transform;

namespace Ingot.Definition.Checking;

/// <summary>What a lake knows of the tables of bronze.</summary>
public static class LakeSchemas
{
    /// <summary>Reads the schemas of bronze from the Delta logs. Makes no lake where there is none.</summary>
    /// <param name="session">The session of the pipeline.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The schemas of the tables that the lake has; empty when there is no lake.</returns>
    /// <exception cref="PipelineException">The lake is of a newer format.</exception>
    public static async Task<IReadOnlyDictionary<TableName, TableSchema>> LoadAsync(PipelineSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await LoadAsync(session, new LakeMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the schemas of the tables whose logs have changed since they were remembered.</summary>
    internal static async Task<IReadOnlyDictionary<TableName, TableSchema>> LoadAsync(PipelineSession session, LakeMemory memory, CancellationToken cancellationToken)
    {
        var schemas = new Dictionary<TableName, TableSchema>();
        if (!Lake.Exists(session.Definition.Environment.Lake))
        {
            return schemas;
        }

        foreach (var table in session.Definition.Tables)
        {
            var name = new TableName(Layer.Bronze, table.Name);
            var written = LakeMemory.LogTime(session.Lake.FolderOf(name));
            if (memory.TryGet(name, written) is { } known)
            {
                schemas[name] = known;
            }
            else if (await session.Tables.TryLoadAsync(name, cancellationToken).ConfigureAwait(false) is { } snapshot)
            {
                schemas[name] = memory.Add(name, written, new TableSchema(new InputTable(name, snapshot).Columns, BronzeState.KeyOf(snapshot)));
            }
        }

        return schemas;
    }
}
