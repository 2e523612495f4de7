using System.Collections.Concurrent;

namespace Ingot.Definition.Checking;

/// <summary>What checks of a pipeline remember, so that the next one checks again only the models that changed, and those that depend on what changed. Models are checked on several threads, checks of a pipeline follow each other.</summary>
internal sealed class CheckMemory
{
    private readonly ConcurrentDictionary<TableName, Entry> _entries = [];
    private int _checked;

    /// <summary>How many models were checked, and not remembered.</summary>
    public int Checked => _checked;

    /// <summary>What is remembered of a model, or else what checking it gives.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">What is known of the tables that it reads, in the order of its inputs.</param>
    /// <param name="check">Checks it.</param>
    public ModelCheck Check(ModelDefinition model, IReadOnlyList<TableSchema?> inputs, Func<ModelDefinition, ModelCheck> check)
    {
        if (_entries.TryGetValue(model.Table, out var before) && IsSame(before.Model, model) && before.Inputs.SequenceEqual(inputs, TableSchemaComparer.Instance))
        {
            return before.Check;
        }

        Interlocked.Increment(ref _checked);
        var found = check(model);
        _entries[model.Table] = new Entry(model, inputs, found);
        return found;
    }

    /// <summary>Forgets the models that are no longer there.</summary>
    public void Keep(IEnumerable<TableName> models)
    {
        var kept = models.ToHashSet();
        foreach (var table in _entries.Keys.Where(table => !kept.Contains(table)))
        {
            _entries.TryRemove(table, out _);
        }
    }

    // All else of a model follows from its text.
    private static bool IsSame(ModelDefinition left, ModelDefinition right) =>
        left.Text == right.Text && left.File == right.File && left.Inputs.SequenceEqual(right.Inputs) && left.ReferenceInputs.SequenceEqual(right.ReferenceInputs);

    private sealed record Entry(ModelDefinition Model, IReadOnlyList<TableSchema?> Inputs, ModelCheck Check);
}
