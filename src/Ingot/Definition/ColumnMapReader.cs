using Ingot.Definition.Keys;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads what a definition says of columns: a mapping of their names.</summary>
internal static class ColumnMapReader
{
    /// <summary>Reads the mapping <c>columns</c> of a front matter.</summary>
    public static IReadOnlyList<ColumnDefinition> ReadColumns(YamlMapping? map, DefinitionErrorList errors)
    {
        var personal = FrontMatterKeys.All.TryGet("columns.*.personal")!;
        return Read(map, errors, (column, value) => value switch
        {
            YamlScalar { IsNull: false } description => column with { Description = description.Text.Trim() },
            YamlMapping mapping => column with
            {
                Description = mapping.Find("description") is YamlScalar { IsNull: false } text ? text.Text.Trim() : "",
                Personal = KindOf(mapping.Find("personal"), personal, errors),
            },
            _ => column,
        });
    }

    /// <summary>Reads the mapping <c>personal</c> of a table.</summary>
    public static IReadOnlyList<ColumnDefinition> ReadPersonal(YamlMapping? map, DefinitionErrorList errors)
    {
        var personal = PipelineKeys.All.TryGet("tables[].personal.*")!;
        return Read(map, errors, (column, value) => column with { Personal = KindOf(value, personal, errors) });
    }

    private static PersonalKind? KindOf(YamlNode? value, DefinitionKey key, DefinitionErrorList errors) =>
        ChoiceReader.Read(value, key, null, errors) is { } name ? PersonalKinds.TryParse(name) : null;

    private static List<ColumnDefinition> Read(YamlMapping? map, DefinitionErrorList errors, Func<ColumnDefinition, YamlNode, ColumnDefinition> read)
    {
        var columns = new List<ColumnDefinition>();
        foreach (var entry in map?.Entries ?? [])
        {
            // The same spelling was reported as a duplicate key.
            if (columns.Find(other => other.Name.Equals(entry.Key.Text, StringComparison.OrdinalIgnoreCase)) is not { } same)
            {
                columns.Add(read(new ColumnDefinition(entry.Key.Text, entry.Key.Place), entry.Value));
            }
            else if (same.Name != entry.Key.Text)
            {
                errors.Add("INGOT1015", entry.Key.Place, $"The column '{entry.Key.Text}' stands in line {same.Place.Line} already, in different case.", "Keep one of the two.");
            }
        }

        return columns;
    }
}
