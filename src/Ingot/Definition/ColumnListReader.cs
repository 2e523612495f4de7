using Ingot.Definition.Values;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads columns: one name, or a list.</summary>
internal static class ColumnListReader
{
    private static readonly string[] Reserved = ["Op", "commit_ts", "change_seq", "load_id"];

    /// <summary>Reads the columns of a key.</summary>
    /// <param name="node">The value, or null when the key is not there.</param>
    /// <param name="variables">Replaces environment variables; null where a file has none.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The columns; null when there are none.</returns>
    public static IReadOnlyList<string>? Read(YamlNode? node, Variables? variables, DefinitionErrorList errors)
    {
        var columns = ReadPlaced(node, "key", variables, errors)
            .Where(column =>
            {
                var isReserved = Reserved.Contains(column.Text, StringComparer.OrdinalIgnoreCase);
                if (isReserved)
                {
                    errors.Add("INGOT1016", column.Place, $"'{column}' is a column that Ingot adds itself, so it cannot be part of a key.", "Name the columns of the table that identify a row.");
                }

                return !isReserved;
            })
            .Select(column => column.Text)
            .ToList();
        return columns.Count == 0 ? null : columns;
    }

    /// <summary>Reads columns with their places.</summary>
    /// <param name="node">The value, or null when the key is not there.</param>
    /// <param name="key">The key, for messages.</param>
    /// <param name="variables">Replaces environment variables; null where a file has none.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The columns; those with an error are left out.</returns>
    public static IReadOnlyList<PlacedText> ReadPlaced(YamlNode? node, string key, Variables? variables, DefinitionErrorList errors)
    {
        IReadOnlyList<YamlNode> items = node switch
        {
            YamlScalar scalar => [scalar],
            YamlSequence sequence => sequence.Items,
            _ => [],
        };
        if (node is YamlSequence && items.Count == 0)
        {
            errors.Add("INGOT1009", node.Place, $"'{key}' has no column.", "Name at least one, or leave it out.");
        }

        var columns = new List<PlacedText>();
        foreach (var item in items.OfType<YamlScalar>().Where(item => !item.IsNull))
        {
            var column = variables is null ? item.Text : variables.Expand(item);
            if (column is null)
            {
                continue;
            }

            if (column.Trim().Length == 0)
            {
                errors.Add("INGOT1009", item.Place, "The name of a column is empty.", "Name a column.");
            }
            else if (columns.Exists(other => other.Text.Equals(column, StringComparison.OrdinalIgnoreCase)))
            {
                errors.Add("INGOT1015", item.Place, $"'{key}' names '{column}' twice.", "Keep one of the two.");
            }
            else
            {
                columns.Add(new PlacedText(column, item.Place));
            }
        }

        return columns;
    }
}
