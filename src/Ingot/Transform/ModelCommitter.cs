using System.Globalization;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Schema;
using Ingot.Lakes;

namespace Ingot.Transform;

/// <summary>Makes what an engine computed the new version of a model's table: all of it or nothing.</summary>
internal sealed class ModelCommitter
{
    /// <summary>Another writer can only be faster so often before something is wrong.</summary>
    private const int Attempts = 5;

    private readonly LakeTables _tables;

    public ModelCommitter(LakeTables tables)
    {
        _tables = tables;
    }

    /// <summary>Commits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">What was computed.</param>
    /// <param name="inputs">The versions that it was computed from.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The commit, and the files' bytes.</returns>
    public async Task<(Committed Commit, long Bytes)> CommitAsync(
        ModelDefinition model, ModelOutput output, IReadOnlyDictionary<TableName, Snapshot> inputs, CancellationToken cancellationToken)
    {
        var table = _tables.Open(model.Table);
        Conflicted? conflict = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var read = await table.TryLoadSnapshotAsync(cancellationToken).ConfigureAwait(false);
            var transaction = Begin(table, read, model, output.Schema);
            var adds = await transaction.BuildAddsAsync([.. output.Files.Select(file => new DataFile(file))], cancellationToken).ConfigureAwait(false);
            foreach (var add in adds)
            {
                transaction.Add(add);
            }

            foreach (var (name, snapshot) in inputs)
            {
                transaction.SetTransaction(ModelPlanner.TransactionOf(model, name, snapshot), snapshot.Version);
            }

            transaction.OperationMetrics["numDroppedRows"] = output.DroppedRows;
            switch (await transaction.CommitAsync(cancellationToken).ConfigureAwait(false))
            {
                case Committed committed:
                    return (committed, adds.Sum(add => add.Size));
                case Conflicted conflicted:
                    conflict = conflicted;
                    break;
            }
        }

        throw new PipelineException(
            "INGOT2012",
            string.Create(CultureInfo.InvariantCulture, $"{model.Table} could not be committed in {Attempts} attempts: {conflict!.Message}"),
            "See who else writes the table, then run again.");
    }

    private static DeltaTransaction Begin(DeltaTable table, Snapshot? read, ModelDefinition model, StructType schema)
    {
        var digest = ModelPlanner.DigestOf(model);
        if (read is null)
        {
            var create = table.BeginCreate(schema, [], new Dictionary<string, string> { [ModelPlanner.DefinitionProperty] = digest }, model.Description);
            create.Operation = "CREATE TABLE AS SELECT";
            return create;
        }

        var transaction = table.Begin(read);
        transaction.RemoveAll();
        transaction.Operation = "WRITE";
        transaction.OperationParameters["mode"] = "Overwrite";
        var metadata = read.Metadata;
        if (!metadata.Schema.Equals(schema) || metadata.Description != model.Description || metadata.Configuration.GetValueOrDefault(ModelPlanner.DefinitionProperty) != digest)
        {
            transaction.SetMetadata(metadata with
            {
                Schema = schema,
                Description = model.Description,
                Configuration = new Dictionary<string, string>(metadata.Configuration) { [ModelPlanner.DefinitionProperty] = digest },
            });
        }

        return transaction;
    }
}
