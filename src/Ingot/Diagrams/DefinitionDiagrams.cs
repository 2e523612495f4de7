using Ingot.Definition;
using Ingot.Definition.Checking;

namespace Ingot.Diagrams;

/// <summary>Makes the drawings of a pipeline from its definition. Pure.</summary>
public static class DefinitionDiagrams
{
    /// <summary>
    /// The tables of silver with their references to each other: the rules <c>references</c> of their expectations. A rule that refers to a table of bronze, as those of self references and of cycles do, is drawn to the
    /// model of silver that is made from it.
    /// </summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="check">What its check gave. A model that could not be checked shows only the columns that its key and its references name, without types.</param>
    /// <returns>The drawing.</returns>
    public static EntityDiagram BuildEntities(PipelineDefinition definition, CheckResult check)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(check);
        var silver = definition.Models.Where(model => model.Layer == Layer.Silver).ToList();
        var relations = silver.SelectMany(model => model.Expectations.Select(expectation => expectation.Rule).OfType<ReferenceRule>()
            .Select(rule => (Model: model, To: TryFindModel(silver, rule.Table), Columns: NamesOf(rule.Columns, check, model)))
            .Where(relation => relation.To is not null)
            .Select(relation => new Relation(model.Name, relation.To!.Name, relation.Columns, IsOptional(model, relation.Columns), SameColumns(model.Key, relation.Columns))));
        return new EntityDiagram([.. silver.Select(model => BuildEntity(model, check))], [.. relations.DistinctBy(relation => (relation.From, relation.To, string.Join('\n', relation.Columns)))]);
    }

    /// <summary>The flow from the source through bronze and silver to gold, by what each table is made from.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <returns>The drawing.</returns>
    public static FlowDiagram BuildFlow(PipelineDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var bronze = definition.Tables.Select(table => new FlowTable(new TableName(Layer.Bronze, table.Name), []));
        var models = definition.Models.Select(model => new FlowTable(model.Table, [.. model.Inputs.Except(model.ReferenceInputs)]));
        return new FlowDiagram(string.Join(", ", definition.Tables.Select(table => table.Schema).Distinct(StringComparer.Ordinal)), [.. bronze, .. models]);
    }

    private static Entity BuildEntity(ModelDefinition model, CheckResult check)
    {
        var foreign = model.Expectations.Select(expectation => expectation.Rule).OfType<ReferenceRule>().SelectMany(rule => rule.Columns.Select(column => column.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var key = model.Key.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var columns = check.Models.TryGetValue(model.Table, out var known)
            ? known.Schema.Columns.Select(column => (column.Name, Type: column.Type.ToString()!))
            : model.Key.Concat(foreign).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name, Type: "?"));
        return new Entity(model.Name, [.. columns.Select(column => new EntityColumn(column.Name, column.Type, key.Contains(column.Name), foreign.Contains(column.Name)))]);
    }

    // The names as the table has them: SQL and front matter may write them in another case.
    private static List<string> NamesOf(IReadOnlyList<PlacedText> columns, CheckResult check, ModelDefinition model)
    {
        var known = check.Models.GetValueOrDefault(model.Table)?.Schema.Columns;
        return [.. columns.Select(column => known?.FirstOrDefault(other => other.Name.Equals(column.Text, StringComparison.OrdinalIgnoreCase))?.Name ?? column.Text)];
    }

    private static ModelDefinition? TryFindModel(List<ModelDefinition> silver, TableName table) =>
        table.Layer == Layer.Silver
            ? silver.Find(model => model.Table == table)
            : silver.Where(model => model.Inputs.Except(model.ReferenceInputs).Contains(table)).OrderByDescending(model => model.Name.Equals(table.Name, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();

    // By the rules alone: the columns of a lake may all be null.
    private static bool IsOptional(ModelDefinition model, List<string> columns)
    {
        var never = model.Expectations.Select(expectation => expectation.Rule).OfType<NotNullRule>().SelectMany(rule => rule.Columns.Select(column => column.Text)).Concat(model.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !columns.TrueForAll(never.Contains);
    }

    private static bool SameColumns(IReadOnlyList<string> key, List<string> columns) => key.Count > 0 && key.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(columns);
}
