using Ingot.Definition.Values;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads the list of tables.</summary>
internal sealed class TableListReader
{
    private readonly Variables _variables;
    private readonly DefinitionErrorList _errors;

    public TableListReader(Variables variables, DefinitionErrorList errors)
    {
        _variables = variables;
        _errors = errors;
    }

    /// <summary>Whether each item of the list gave a table or had a name that another has.</summary>
    public bool AreAllRead { get; private set; }

    /// <summary>Reads the tables; those with an error are left out.</summary>
    public IReadOnlyList<TableDefinition> Read(YamlSequence? list)
    {
        if (list is { Items: [] })
        {
            _errors.Add("INGOT1009", list.Place, "'tables' has no table.", "Write at least one, such as `- shop.clients`.");
        }

        var tables = new List<TableDefinition>();
        AreAllRead = list is not null;
        foreach (var item in list?.Items ?? [])
        {
            var table = item switch
            {
                YamlScalar { IsNull: false } name => ReadName(name) is { } parsed ? new TableDefinition(parsed.Schema, parsed.Table, parsed.Table, name.Place) : null,
                YamlMapping mapping => ReadMapping(mapping),
                _ => null,
            };
            if (table is null)
            {
                AreAllRead = false;
            }
            else if (IsNameFree(table, tables))
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private TableDefinition? ReadMapping(YamlMapping mapping)
    {
        var name = mapping.Find("name") is YamlScalar { IsNull: false } scalar ? ReadName(scalar) : null;
        var key = ColumnListReader.Read(mapping.Find("key"), _variables, _errors);
        var renamed = mapping.Find("as") is YamlScalar { IsNull: false } value ? _variables.Expand(value)?.Trim() : null;
        var personal = ColumnMapReader.ReadPersonal(mapping.Find("personal") as YamlMapping, _errors);
        return name is { } parsed
            ? new TableDefinition(parsed.Schema, parsed.Table, renamed ?? parsed.Table, mapping.Place) { Key = key, Personal = personal, Without = ReadWithout(mapping.Find("without"), key) }
            : null;
    }

    private List<string> ReadWithout(YamlNode? node, IReadOnlyList<string>? key)
    {
        var without = new List<string>();
        foreach (var item in node is YamlSequence list ? list.Items.OfType<YamlScalar>() : node is YamlScalar { IsNull: false } scalar ? [scalar] : [])
        {
            if (_variables.Expand(item) is not { } column)
            {
                continue;
            }

            if (column.Trim().Length == 0)
            {
                _errors.Add("INGOT1009", item.Place, "The name of a column is empty.", "Name a column.");
            }
            else if (key?.Contains(column, StringComparer.OrdinalIgnoreCase) == true)
            {
                _errors.Add("INGOT1009", item.Place, $"'{column}' is part of the key, so it cannot be left out.", "Take it out of `without`, or out of `key`.");
            }
            else
            {
                without.Add(column);
            }
        }

        return without;
    }

    private SourceTableName? ReadName(YamlScalar value)
    {
        if (_variables.Expand(value) is not { } text)
        {
            return null;
        }

        var name = SourceTableName.TryParse(text, out var problem);
        if (name is null)
        {
            _errors.Add("INGOT1014", value.Place, $"'{value.Text}' is not the name of a table: {problem}.", "Write `schema.table`; a part with a dot stands in back-ticks, and the whole in quotes: \"`my.schema`.clients\".");
        }

        return name;
    }

    private bool IsNameFree(TableDefinition table, List<TableDefinition> tables)
    {
        if (table.Name.Length == 0 || table.Name is "." or ".." || table.Name.Equals("_delta_log", StringComparison.OrdinalIgnoreCase))
        {
            _errors.Add("INGOT1016", table.Place, $"A table of bronze cannot be named '{table.Name}'.", $"Give it another name: `{{ name: {table.Schema}.{table.Table}, as: … }}`.");
            return false;
        }

        var same = tables.Find(other => other.Schema == table.Schema && other.Table == table.Table);
        if (same is not null)
        {
            _errors.Add("INGOT1015", table.Place, $"The table '{table.Schema}.{table.Table}' stands here again; it is in line {same.Place.Line} already.", "Keep one of the two.");
            return false;
        }

        var rival = tables.Find(other => other.Name.Equals(table.Name, StringComparison.OrdinalIgnoreCase));
        if (rival is not null)
        {
            var how = rival.Name == table.Name ? "" : " (names of tables do not differ by case alone)";
            _errors.Add("INGOT1015", table.Place, $"'{table.Schema}.{table.Table}' would become bronze.{table.Name}, which '{rival.Schema}.{rival.Table}' in line {rival.Place.Line} has already{how}.", $"Give one another name: `{{ name: {table.Schema}.{table.Table}, as: … }}`.");
            return false;
        }

        return true;
    }
}
