namespace Ingot.Definition;

/// <summary>The models of a pipeline and what they read of each other. Immutable, safe on all threads.</summary>
public sealed class ModelGraph
{
    private readonly Dictionary<TableName, ModelDefinition> _models;
    private readonly Dictionary<TableName, List<ModelDefinition>> _readers = [];

    /// <summary>Makes the graph of models that have no cycle, as <see cref="DefinitionLoader"/> gives them.</summary>
    /// <param name="models">The models. Their inputs that are no models, such as bronze tables, are leaves.</param>
    /// <exception cref="ArgumentException">The models have a cycle.</exception>
    public ModelGraph(IReadOnlyList<ModelDefinition> models)
    {
        _models = models.ToDictionary(model => model.Table);
        foreach (var model in models)
        {
            foreach (var input in model.Inputs)
            {
                if (!_readers.TryGetValue(input, out var readers))
                {
                    _readers[input] = readers = [];
                }

                readers.Add(model);
            }
        }

        Levels = BuildLevels(models);
        Order = [.. Levels.SelectMany(level => level)];
    }

    /// <summary>All models, each after every model that it reads; within a level in the order given.</summary>
    public IReadOnlyList<ModelDefinition> Order { get; }

    /// <summary>The models by level: those of level 0 read no model, those of level n read at least one of level n - 1 and none of a higher one.</summary>
    public IReadOnlyList<IReadOnlyList<ModelDefinition>> Levels { get; }

    /// <summary>The model that makes a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The model, or null when no model makes it.</returns>
    public ModelDefinition? TryGet(TableName table) => _models.GetValueOrDefault(table);

    /// <summary>The models that read a table themselves.</summary>
    /// <param name="table">A table of any layer.</param>
    /// <returns>The models, in the order given to the graph.</returns>
    public IReadOnlyList<ModelDefinition> ReadersOf(TableName table) => _readers.TryGetValue(table, out var readers) ? readers : [];

    /// <summary>The models that read a table, themselves or through other models.</summary>
    /// <param name="table">A table of any layer; it is not part of the result.</param>
    /// <returns>The tables of the models.</returns>
    public IReadOnlySet<TableName> DownstreamOf(TableName table) => Closure(table, name => ReadersOf(name).Select(model => model.Table));

    /// <summary>The tables of all layers that a model reads, itself or through other models.</summary>
    /// <param name="table">The model's table; it is not part of the result.</param>
    /// <returns>The tables.</returns>
    public IReadOnlySet<TableName> UpstreamOf(TableName table) => Closure(table, name => TryGet(name)?.Inputs ?? []);

    /// <summary>The models that a command names. None named: all.</summary>
    /// <param name="names">Names such as <c>gold.fact_sales</c>, <c>fact_sales</c> when one layer alone has it, or a layer: <c>gold</c>. Case does not matter.</param>
    /// <returns>The models, in the order of <see cref="Order"/>; what they read is not added.</returns>
    /// <exception cref="PipelineException">INGOT1040: a name is unknown or stands for models of two layers. The message has every such name.</exception>
    public IReadOnlyList<ModelDefinition> Select(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return Order;
        }

        var selected = new HashSet<TableName>();
        var problems = new List<string>();
        foreach (var name in names)
        {
            var matches = Order.Where(model => Matches(model, name)).ToList();
            var isLayer = TableName.TryLayer(name) is not null;
            if (matches.Count == 0)
            {
                problems.Add($"There is no model '{name}'. {NearestNames.Sentence(name, Candidates(name))}".TrimEnd());
            }
            else if (matches.Count > 1 && !isLayer)
            {
                problems.Add($"'{name}' is a model of two layers: write {string.Join(" or ", matches.Select(model => $"'{model.Table}'"))}.");
            }

            selected.UnionWith(matches.Select(model => model.Table));
        }

        return problems.Count == 0
            ? [.. Order.Where(model => selected.Contains(model.Table))]
            : throw new PipelineException("INGOT1040", string.Join(" ", problems), "Run `ingot tables` to see the names of all models.");
    }

    /// <summary>Visits all models, each after every model that it reads, on all processors: nobody waits for a model that it does not read.</summary>
    /// <param name="visit">Called once a model, on several threads. What it throws ends the walk.</param>
    internal void Walk(Action<ModelDefinition> visit) => new ModelWalk(this, visit).Run();

    /// <summary>For each model the number of models that it reads.</summary>
    internal Dictionary<TableName, int> CountInputs() => _models.Values.ToDictionary(model => model.Table, model => model.Inputs.Distinct().Count(_models.ContainsKey));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool Matches(ModelDefinition model, string name) =>
        IsSame(model.Name, name) || IsSame(model.Table.ToString(), name) || IsSame(TableName.FolderOf(model.Layer), name);

    private static HashSet<TableName> Closure(TableName start, Func<TableName, IEnumerable<TableName>> next)
    {
        var found = new HashSet<TableName>();
        var open = new Stack<TableName>([start]);
        while (open.TryPop(out var table))
        {
            foreach (var neighbour in next(table))
            {
                if (found.Add(neighbour))
                {
                    open.Push(neighbour);
                }
            }
        }

        return found;
    }

    private IEnumerable<string> Candidates(string name) =>
        Order.Select(model => name.Contains('.', StringComparison.Ordinal) ? model.Table.ToString() : model.Name);

    // Kahn's algorithm, a level at a time.
    private List<IReadOnlyList<ModelDefinition>> BuildLevels(IReadOnlyList<ModelDefinition> models)
    {
        var open = CountInputs();
        var levels = new List<IReadOnlyList<ModelDefinition>>();
        var ready = models.Where(model => open[model.Table] == 0).ToList();
        var taken = 0;
        while (ready.Count > 0)
        {
            levels.Add(ready);
            taken += ready.Count;
            var freed = new HashSet<TableName>();
            foreach (var reader in ready.SelectMany(model => ReadersOf(model.Table)))
            {
                if (--open[reader.Table] == 0)
                {
                    freed.Add(reader.Table);
                }
            }

            ready = [.. models.Where(model => freed.Contains(model.Table))];
        }

        return taken == models.Count ? levels : throw new ArgumentException("The models have a cycle.", nameof(models));
    }
}
