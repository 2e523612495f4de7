using Ingot.Definition.Keys;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads the expectations of a model. Values of the wrong shape are left to <see cref="StructureCheck"/>, so each error is reported once.</summary>
internal sealed class ExpectationReader
{
    private static readonly DefinitionKey ElseKey = FrontMatterKeys.All.TryGet("expect.*.else")!;
    private readonly DefinitionErrorList _errors;

    public ExpectationReader(DefinitionErrorList errors) => _errors = errors;

    /// <summary>Reads the expectations; those with an error are left out.</summary>
    /// <param name="map">The mapping of names, or null when there is none.</param>
    /// <param name="text">The text of the file.</param>
    public IReadOnlyList<Expectation> Read(YamlMapping? map, string text)
    {
        var expectations = new List<Expectation>();
        foreach (var entry in map?.Entries ?? [])
        {
            if (IsNameFree(entry.Key, expectations) && Read(entry) is { } expectation)
            {
                if (expectation.Rule is null)
                {
                    ModelSql.TryParse(expectation, text, _errors);
                }

                expectations.Add(expectation);
            }
        }

        return expectations;
    }

    /// <summary>The tables that expectations refer to.</summary>
    public static IEnumerable<ModelReference> ReferencesOf(IReadOnlyList<Expectation> expectations) =>
        expectations.Select(expectation => expectation.Rule).OfType<ReferenceRule>()
            .Select(rule => new ModelReference([TableName.FolderOf(rule.Table.Layer), rule.Table.Name], rule.TablePlace) { IsOfExpectation = true });

    private bool IsNameFree(YamlScalar key, List<Expectation> expectations)
    {
        var name = key.Text;
        if (name.Trim().Length == 0)
        {
            _errors.Add("INGOT1009", key.Place, "The name of an expectation is empty.", "Name what it expects, such as `amount_is_positive`.");
            return false;
        }

        if (!expectations.Exists(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // The same spelling was reported as a duplicate key.
        if (expectations.TrueForAll(other => other.Name != name))
        {
            _errors.Add("INGOT1015", key.Place, $"Two expectations are named '{name}', in different case.", "Rename one.");
        }

        return false;
    }

    private Expectation? Read(YamlEntry entry)
    {
        var mapping = entry.Value as YamlMapping;
        var action = ChoiceReader.Read(mapping?.Find("else"), ElseKey, null, _errors) switch
        {
            "fail" => ExpectationAction.Fail,
            "drop" => ExpectationAction.Drop,
            _ => ExpectationAction.Warn,
        };
        if ((mapping?.Find("check") ?? entry.Value) is YamlScalar { IsNull: false } check)
        {
            return new Expectation(entry.Key.Text, check.Text, action, check.TextPlace);
        }

        var reference = mapping?.Find("references");
        foreach (var key in reference is null ? new[] { "columns", "to" } : [])
        {
            if (mapping?.Entries.FirstOrDefault(other => other.Key.Text == key) is { } stray)
            {
                _errors.Add("INGOT1009", stray.Key.Place, $"'{key}' belongs to `references`, and this expectation has none.", "Add `references: layer.table`, or leave it out.");
            }
        }

        var (rule, place) = mapping?.Find("not_null") is { } notNull ? ReadNotNull(notNull)
            : mapping?.Find("accepted_values") is YamlMapping accepted ? ReadAcceptedValues(accepted)
            : reference is YamlScalar { IsNull: false } table ? ReadReference(table, mapping!)
            : default;
        return rule is null ? null : new Expectation(entry.Key.Text, RuleSql.Build(rule), action, place) { Rule = rule };
    }

    private (ExpectationRule? Rule, FilePlace Place) ReadNotNull(YamlNode node)
    {
        var columns = ColumnListReader.ReadPlaced(node, "not_null", null, _errors);
        return columns.Count == 0 ? default : (new NotNullRule(columns), columns[0].Place);
    }

    private (ExpectationRule? Rule, FilePlace Place) ReadAcceptedValues(YamlMapping mapping)
    {
        var column = ColumnListReader.ReadPlaced(mapping.Find("column") as YamlScalar, "column", null, _errors);
        var list = mapping.Find("values") as YamlSequence;
        if (list is { Items: [] })
        {
            _errors.Add("INGOT1009", list.Place, "'values' has no value.", "Name at least one.");
        }

        var values = new List<PlacedText>();
        foreach (var item in list?.Items.OfType<YamlScalar>().Where(item => !item.IsNull) ?? [])
        {
            if (values.Exists(other => other.Text == item.Text))
            {
                _errors.Add("INGOT1015", item.Place, $"'values' has '{item.Text}' twice.", "Keep one of the two.");
            }
            else
            {
                values.Add(new PlacedText(item.Text, item.Place));
            }
        }

        return column.Count == 0 || values.Count == 0 ? default : (new AcceptedValuesRule(column[0], values), column[0].Place);
    }

    private (ExpectationRule? Rule, FilePlace Place) ReadReference(YamlScalar table, YamlMapping mapping)
    {
        var node = mapping.Find("columns");
        if (node is null)
        {
            _errors.Add("INGOT1007", table.Place, "`references` needs the key 'columns'.", "Add `columns: [column]`: the columns of this model that name a row of the other table.");
        }

        var columns = ColumnListReader.ReadPlaced(node, "columns", null, _errors);
        var to = ColumnListReader.ReadPlaced(mapping.Find("to"), "to", null, _errors);
        var parts = table.Text.Trim().Split('.', 2);
        if (parts.Length != 2 || parts[1].Length == 0 || TableName.TryLayer(parts[0]) is not { } layer)
        {
            _errors.Add("INGOT1009", table.Place, $"'{table.Text}' is not a table of the lake.", "Write `bronze.NAME`, `silver.NAME` or `gold.NAME`.");
            return default;
        }

        var name = new TableName(layer, parts[1]);
        return columns.Count == 0 ? default : (new ReferenceRule(name, table.Place, columns, to.Count == 0 ? null : to), table.Place);
    }
}
