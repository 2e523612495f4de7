using Ingot.Definition.Yaml;

namespace Ingot.Definition.Keys;

/// <summary>Checks the shape of a definition file against the table of keys: unknown, duplicate and missing keys, and values of the wrong shape.</summary>
internal sealed class StructureCheck
{
    private readonly DefinitionKeySet _keys;
    private readonly DefinitionErrorList _errors;

    private StructureCheck(DefinitionKeySet keys, DefinitionErrorList errors)
    {
        _keys = keys;
        _errors = errors;
    }

    /// <summary>Checks a whole file.</summary>
    public static void Check(YamlMapping file, DefinitionKeySet keys, DefinitionErrorList errors) =>
        new StructureCheck(keys, errors).CheckSection(file, "", "");

    private void CheckSection(YamlMapping section, string path, string display)
    {
        var known = _keys.ChildrenOf(path);
        CheckDuplicates(section);
        foreach (var entry in section.Entries)
        {
            var name = entry.Key.Text;
            if (known.FirstOrDefault(key => key.Name == name) is { } key)
            {
                CheckValue(entry.Value, key, DisplayOf(display, name));
            }
            else
            {
                var where = display.Length == 0 ? "" : $" in '{display}'";
                // `{ check: a IN (1, 2) }` is three keys to YAML.
                var quoting = entry.Value is YamlScalar { IsNull: true } ? " A value with a comma, a brace or a colon needs quotes." : "";
                _errors.Add("INGOT1005", entry.Key.Place, $"There is no key '{name}'{where}.", NearestNames.Sentence(name, known.Select(candidate => candidate.Name)) + quoting);
            }
        }

        CheckAlternatives(section, [.. known.Where(key => key.IsAlternative)], display);
        foreach (var missing in known.Where(key => key.IsRequired && section.Find(key.Name) is null))
        {
            _errors.Add("INGOT1007", section.Place, $"The key '{DisplayOf(display, missing.Name)}' is missing.", $"Add `{missing.Name}: …`: {missing.Format.Title}.".Replace(": a text.", ".", StringComparison.Ordinal));
        }
    }

    private void CheckAlternatives(YamlMapping section, IReadOnlyList<DefinitionKey> alternatives, string display)
    {
        var names = string.Join(", ", alternatives.Select(key => $"`{key.Name}`"));
        var found = section.Entries.Where(entry => alternatives.Any(key => key.Name == entry.Key.Text)).ToList();
        if (alternatives.Count > 0 && found.Count == 0)
        {
            _errors.Add("INGOT1007", section.Place, $"'{display}' has none of the keys {names}.", "Add one of them.");
        }

        foreach (var other in found.Skip(1).Where(entry => entry.Key.Text != found[0].Key.Text))
        {
            _errors.Add("INGOT1018", other.Key.Place, $"'{display}' has `{found[0].Key.Text}` and `{other.Key.Text}`; it has exactly one of {names}.", "Make two of it, each with a name of its own.");
        }
    }

    private void CheckValue(YamlNode value, DefinitionKey key, string display)
    {
        if (!Fits(value, key))
        {
            var takes = Describe(key);
            _errors.Add("INGOT1008", value.Place, $"'{display}' takes {takes}, and this is {value.Shape}.", $"Write {takes}.");
            return;
        }

        switch (value)
        {
            case YamlMapping map when key.Shape.HasFlag(ValueShape.Map):
                CheckDuplicates(map);
                var item = _keys.TryGet($"{key.Path}.*")!;
                foreach (var entry in map.Entries)
                {
                    CheckValue(entry.Value, item, $"{display}.{entry.Key.Text}");
                }

                break;
            case YamlMapping section:
                CheckSection(section, key.Path, display);
                break;
            case YamlSequence list when _keys.TryGet($"{key.Path}[]") is { } element:
                foreach (var entry in list.Items)
                {
                    CheckValue(entry, element, $"{display}[]");
                }

                break;
        }
    }

    private void CheckDuplicates(YamlMapping mapping)
    {
        var seen = new Dictionary<string, YamlScalar>();
        foreach (var entry in mapping.Entries)
        {
            if (!seen.TryAdd(entry.Key.Text, entry.Key))
            {
                _errors.Add("INGOT1006", entry.Key.Place, $"The key '{entry.Key.Text}' stands here again; it is in line {seen[entry.Key.Text].Place.Line} already.", "Keep one of the two.");
            }
        }
    }

    private static bool Fits(YamlNode value, DefinitionKey key) => value switch
    {
        YamlScalar { IsNull: true } scalar => key.MayBeEmpty || key.Choices.Contains(scalar.Text),
        YamlScalar => key.Shape.HasFlag(ValueShape.Text),
        YamlSequence => key.Shape.HasFlag(ValueShape.List),
        _ => (key.Shape & (ValueShape.Section | ValueShape.Map)) != 0,
    };

    private string Describe(DefinitionKey key)
    {
        var shapes = new List<string>();
        if (key.Shape.HasFlag(ValueShape.Text))
        {
            shapes.Add(key.Choices.Count > 0 ? string.Join(" or ", key.Choices.Select(choice => $"`{choice}`")) : key.Format.Title);
        }

        if (key.Shape.HasFlag(ValueShape.List))
        {
            shapes.Add("a list");
        }

        if (key.Shape.HasFlag(ValueShape.Map))
        {
            shapes.Add("a mapping of names");
        }

        if (key.Shape.HasFlag(ValueShape.Section))
        {
            shapes.Add($"a mapping of {string.Join(", ", _keys.ChildrenOf(key.Path).Select(child => $"`{child.Name}`"))}");
        }

        return string.Join(", or ", shapes);
    }

    private static string DisplayOf(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
