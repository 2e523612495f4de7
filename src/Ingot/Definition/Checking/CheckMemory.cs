namespace Ingot.Definition.Checking;

/// <summary>What checks of a pipeline remember, so that the next one checks again only the models that changed, and those that depend on what changed. Not thread-safe.</summary>
internal sealed class CheckMemory
{
    private readonly Dictionary<TableName, Entry> _entries = [];

    /// <summary>How many models were checked, and not remembered.</summary>
    public int Checked { get; private set; }

    /// <summary>What is remembered of models, or else what checking them gives.</summary>
    /// <param name="models">The models, each with what is known of the tables that it reads, in the order of its inputs.</param>
    /// <param name="check">Checks one; it is called on several threads.</param>
    /// <returns>A check a model.</returns>
    public IReadOnlyList<ModelCheck> Check(IReadOnlyList<(ModelDefinition Model, IReadOnlyList<TableSchema?> Inputs)> models, Func<ModelDefinition, ModelCheck> check)
    {
        var open = models.Where(item => !IsRemembered(item.Model, item.Inputs)).ToList();
        var found = new ModelCheck[open.Count];
        Parallel.For(0, open.Count, index => found[index] = check(open[index].Model));
        foreach (var (item, result) in open.Zip(found))
        {
            _entries[item.Model.Table] = new Entry(item.Model, item.Inputs, result);
        }

        Checked += open.Count;
        return [.. models.Select(item => _entries[item.Model.Table].Check)];
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

    private bool IsRemembered(ModelDefinition model, IReadOnlyList<TableSchema?> inputs) =>
        _entries.TryGetValue(model.Table, out var before) && IsSame(before.Model, model) && before.Inputs.SequenceEqual(inputs, TableSchemaComparer.Instance);

    // All else of a model follows from its text.
    private static bool IsSame(ModelDefinition left, ModelDefinition right) =>
        left.Text == right.Text && left.File == right.File && left.Inputs.SequenceEqual(right.Inputs) && left.ReferenceInputs.SequenceEqual(right.ReferenceInputs);

    private sealed record Entry(ModelDefinition Model, IReadOnlyList<TableSchema?> Inputs, ModelCheck Check);
}
