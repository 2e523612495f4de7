namespace Ingot.Definition;

/// <summary>Resolves the tables that models name, and refuses unknown tables, layers that may not be read, and cycles.</summary>
internal sealed class ModelInputs
{
    private readonly Dictionary<TableName, TableName> _tables = [];
    private readonly Dictionary<TableName, ModelSource> _models = [];
    private readonly DefinitionErrorList _errors;
    private readonly bool _areTablesKnown;
    private readonly Dictionary<TableName, IReadOnlyList<string>> _keys = [];

    private ModelInputs(IReadOnlyList<TableDefinition> tables, bool areTablesKnown, IReadOnlyList<ModelSource> models, DefinitionErrorList errors)
    {
        _areTablesKnown = areTablesKnown;
        _errors = errors;
        foreach (var table in tables.Select(table => new TableName(Layer.Bronze, table.Name)).Concat(models.Select(source => source.Model.Table)))
        {
            _tables[table] = table;
        }

        foreach (var table in tables.Where(table => table.Key is not null))
        {
            _keys[new TableName(Layer.Bronze, table.Name)] = table.Key!;
        }

        foreach (var source in models)
        {
            _models[source.Model.Table] = source;
            _keys[source.Model.Table] = source.Model.Key;
        }
    }

    /// <summary>Gives the models their inputs.</summary>
    /// <param name="tables">The tables of bronze.</param>
    /// <param name="areTablesKnown">Whether those are all: else a table of bronze that is not among them is no error of the model.</param>
    /// <param name="models">The models.</param>
    /// <param name="errors">Takes the errors.</param>
    public static IReadOnlyList<ModelDefinition> Resolve(IReadOnlyList<TableDefinition> tables, bool areTablesKnown, IReadOnlyList<ModelSource> models, DefinitionErrorList errors)
    {
        var inputs = new ModelInputs(tables, areTablesKnown, models, errors);
        var resolved = models.Select(source => inputs.ResolveModel(source)).ToList();
        inputs.ReportCycles(resolved);
        foreach (var model in resolved)
        {
            inputs.CheckReferences(model);
        }

        return resolved;
    }

    private void CheckReferences(ModelDefinition model)
    {
        foreach (var rule in model.Expectations.Select(expectation => expectation.Rule).OfType<ReferenceRule>().Where(rule => rule.Table != model.Table && _tables.ContainsKey(rule.Table)))
        {
            ReferenceCheck.CheckCount(rule, null, _errors);
        }
    }

    private ModelDefinition ResolveModel(ModelSource source)
    {
        var found = new List<TableName>();
        var ofExpectations = new List<TableName>();
        foreach (var reference in source.References.OrderBy(reference => reference.IsOfExpectation))
        {
            if (ResolveTable(source.Model, reference) is { } table && !found.Contains(table))
            {
                found.Add(table);
                if (reference.IsOfExpectation)
                {
                    ofExpectations.Add(table);
                }
            }
        }

        return source.Model with { Inputs = found, ReferenceInputs = ofExpectations, Expectations = [.. source.Model.Expectations.Select(WithKey)] };
    }

    private Expectation WithKey(Expectation expectation) =>
        expectation.Rule is ReferenceRule rule ? expectation with { Rule = rule with { TableKey = _keys.GetValueOrDefault(rule.Table) } } : expectation;

    private TableName? ResolveTable(ModelDefinition model, ModelReference reference)
    {
        var layer = reference.Parts.Count == 2 ? TableName.TryLayer(reference.Parts[0]) : null;
        if (layer is null)
        {
            var name = reference.Parts[^1];
            var candidates = _tables.Keys.Where(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(table => table.ToString()).ToList();
            var hint = candidates.Count > 0 ? $"Write {string.Join(" or ", candidates.Select(candidate => $"'{candidate}'"))}." : NearestTables(reference.ToString());
            var problem = reference.Parts.Count == 1 ? "has no layer" : "is no table of this pipeline";
            _errors.Add("INGOT1024", reference.Place, $"The table '{reference}' {problem}: a model reads `bronze.NAME`, `silver.NAME` or `gold.NAME`.", hint);
            return null;
        }

        if (layer == Layer.System || (model.Layer == Layer.Silver && layer == Layer.Gold))
        {
            var readable = model.Layer == Layer.Silver ? "bronze and silver" : "bronze, silver and gold";
            _errors.Add("INGOT1025", reference.Place, $"The model {model.Table} reads '{reference}'; a model of {TableName.FolderOf(model.Layer)} reads {readable}.", layer == Layer.System ? "Query the system tables with `ingot query`." : $"Read a table of {readable}, or move the model to `gold/`.");
            return null;
        }

        var wanted = new TableName(layer.Value, reference.Parts[1]);
        if (_tables.TryGetValue(wanted, out var table))
        {
            return table;
        }

        if (layer != Layer.Bronze || _areTablesKnown)
        {
            _errors.Add("INGOT1024", reference.Place, $"There is no table '{reference}'.", NearestTables(reference.ToString()));
        }

        return null;
    }

    private string NearestTables(string name) =>
        NearestNames.Sentence(name, _tables.Keys.Select(table => table.ToString())) is { Length: > 0 } sentence ? sentence : "Add it to `tables` in ingot.yaml.";

    private void ReportCycles(IReadOnlyList<ModelDefinition> models)
    {
        var byTable = models.ToDictionary(model => model.Table);
        var done = new HashSet<TableName>();
        foreach (var model in models)
        {
            if (done.Contains(model.Table) || FindCycle(model.Table, byTable, done) is not { } cycle)
            {
                done.Add(model.Table);
                continue;
            }

            done.UnionWith(cycle);
            ReportCycle(cycle);
        }
    }

    // The shortest way from a table back to itself, by breadth first; tables of cycles that were reported are left out.
    private static List<TableName>? FindCycle(TableName start, Dictionary<TableName, ModelDefinition> models, HashSet<TableName> done)
    {
        var cameFrom = new Dictionary<TableName, TableName>();
        var open = new Queue<TableName>([start]);
        while (open.TryDequeue(out var table))
        {
            foreach (var input in models[table].Inputs.Where(input => models.ContainsKey(input) && !done.Contains(input)))
            {
                if (input == start)
                {
                    var cycle = new List<TableName> { table };
                    while (cycle[^1] != start)
                    {
                        cycle.Add(cameFrom[cycle[^1]]);
                    }

                    cycle.Reverse();
                    return cycle;
                }

                if (cameFrom.TryAdd(input, table))
                {
                    open.Enqueue(input);
                }
            }
        }

        return null;
    }

    private void ReportCycle(List<TableName> cycle)
    {
        var next = cycle.Count > 1 ? cycle[1] : cycle[0];
        var reference = _models[cycle[0]].References.First(reference => reference.Parts.Count == 2 && TableName.TryLayer(reference.Parts[0]) is { } layer && new TableName(layer, reference.Parts[1]) == next);
        var message = cycle.Count == 1
            ? $"{(reference.IsOfExpectation ? "An expectation of" : "The model")} {cycle[0]} {(reference.IsOfExpectation ? "refers to the model" : "reads")} itself."
            : $"Models read each other in a circle: {string.Join(" reads ", cycle.Append(cycle[0]))}.";
        var nextStep = (reference.IsOfExpectation, cycle.Count) switch
        {
            (true, _) => "Let the expectation refer to a table of `bronze`, which is there before every model.",
            (_, 1) => "Read the table of `bronze` that it is made from.",
            _ => "Move what both need into a model of its own.",
        };
        _errors.Add("INGOT1026", reference.Place, message, nextStep);
    }
}
