namespace Ingot.Definition.Checking;

/// <summary>What checks of a pipeline remember, so that the next one checks again only the models that changed, and those that depend on what changed. Not thread-safe.</summary>
internal sealed class CheckMemory
{
    private readonly Dictionary<TableName, Entry> _entries = [];

    /// <summary>How many models were checked, and not remembered.</summary>
    public int Checked { get; private set; }

    /// <summary>What is remembered of a model, or else what checking it gives.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">What is known of the tables that it reads, in the order of its inputs.</param>
    /// <param name="check">Checks it.</param>
    public ModelCheck Check(ModelDefinition model, IReadOnlyList<TableSchema?> inputs, Func<ModelCheck> check)
    {
        var before = _entries.GetValueOrDefault(model.Table);
        if (before is not null && IsSame(before.Model, model) && before.Inputs.SequenceEqual(inputs, TableSchemaComparer.Instance))
        {
            return before.Check;
        }

        Checked++;
        var found = check();
        _entries[model.Table] = new Entry(model, inputs, found);
        return found;
    }

    /// <summary>Forgets the models that are no longer there.</summary>
    public void Keep(IEnumerable<TableName> models)
    {
        var kept = models.ToHashSet();
        foreach (var table in _entries.Keys.Where(table => !kept.Contains(table)).ToList())
        {
            _entries.Remove(table);
        }
    }

    // All else of a model follows from its text.
    private static bool IsSame(ModelDefinition left, ModelDefinition right) =>
        left.Text == right.Text && left.File == right.File && left.Inputs.SequenceEqual(right.Inputs) && left.ReferenceInputs.SequenceEqual(right.ReferenceInputs);

    private sealed record Entry(ModelDefinition Model, IReadOnlyList<TableSchema?> Inputs, ModelCheck Check);
}
