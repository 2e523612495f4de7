using System.Security.Cryptography;
using System.Text;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Runs;

namespace Ingot.Transform;

/// <summary>
/// Decides which models are computed anew. What a model's table was made of stands in its own log: the versions of its inputs as <c>txn</c> actions, a digest of its definition as a property.
/// </summary>
internal static class ModelPlanner
{
    /// <summary>The property of a model's table that holds the digest of its definition.</summary>
    public const string DefinitionProperty = "ingot.model";

    private const string TransactionPrefix = "ingot/";
    private const string ReferencePrefix = "ingot-reference/";

    /// <summary>Rises when the same definition gives other rows or files than before, so that every model is computed anew.</summary>
    private const string EngineRevision = "1";

    /// <summary>Plans models.</summary>
    /// <param name="models">The models, each after the models that it reads.</param>
    /// <param name="snapshots">The tables that are there.</param>
    /// <param name="changing">The tables that will have a new version before the models run, each with the reason.</param>
    /// <returns>A line a model, in order.</returns>
    public static IReadOnlyList<PlannedItem> Plan(
        IReadOnlyList<ModelDefinition> models, IReadOnlyDictionary<TableName, Snapshot> snapshots, IReadOnlyDictionary<TableName, string> changing)
    {
        var changes = new Dictionary<TableName, string>(changing);
        var plan = new List<PlannedItem>();
        foreach (var model in models)
        {
            var reason = ReasonToRebuild(model, snapshots, changes);
            if (reason is not null)
            {
                changes[model.Table] = "is rebuilt";
            }

            plan.Add(new PlannedItem(
                StepKind.Transform, model.Table.ToString(), reason is null ? PlannedAction.Skip : PlannedAction.Rebuild, reason ?? "SQL and inputs are unchanged"));
        }

        return plan;
    }

    /// <summary>The name under which a model's table notes the version of an input; another for a table that expectations alone refer to, since the model is not made from it.</summary>
    public static string TransactionOf(ModelDefinition model, TableName input, Snapshot snapshot) =>
        $"{(model.ReferenceInputs.Contains(input) ? ReferencePrefix : TransactionPrefix)}{input}/{snapshot.Metadata.Id}";

    /// <summary>The table in a name that <see cref="TransactionOf"/> made, or null for another application's and for a table that expectations refer to.</summary>
    public static string? TryReadInput(string appId) =>
        appId.StartsWith(TransactionPrefix, StringComparison.Ordinal) && appId.LastIndexOf('/') is var end && end > TransactionPrefix.Length
            ? appId[TransactionPrefix.Length..end]
            : null;

    /// <summary>A digest of all in a definition that bears on the table's rows.</summary>
    public static string DigestOf(ModelDefinition model)
    {
        var text = string.Join('\0', [EngineRevision, model.Kind.ToString(), model.Text]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private static string? ReasonToRebuild(ModelDefinition model, IReadOnlyDictionary<TableName, Snapshot> snapshots, Dictionary<TableName, string> changes)
    {
        if (!snapshots.TryGetValue(model.Table, out var table))
        {
            return "the table is not there yet";
        }

        if (table.Metadata.Configuration.GetValueOrDefault(DefinitionProperty) != DigestOf(model))
        {
            return $"{model.File} changed";
        }

        foreach (var input in model.Inputs)
        {
            if (changes.TryGetValue(input, out var change))
            {
                return $"{input} {change}";
            }

            if (snapshots.TryGetValue(input, out var snapshot) && table.Transactions.GetValueOrDefault(TransactionOf(model, input, snapshot), -1) != snapshot.Version)
            {
                return $"{input} has a new version";
            }
        }

        return null;
    }
}
