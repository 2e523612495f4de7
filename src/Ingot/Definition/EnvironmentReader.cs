using System.Text.RegularExpressions;
using Ingot.Definition.Keys;
using Ingot.Definition.Values;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads the environments and chooses one.</summary>
internal sealed partial class EnvironmentReader
{
    private const string DefaultName = "dev";
    private const string DefaultLake = "./lake";
    private static readonly DefinitionKey EngineKey = PipelineKeys.All.TryGet("environments.*.engine")!;
    private readonly DefinitionOptions _options;
    private readonly Variables _variables;
    private readonly DefinitionErrorList _errors;

    public EnvironmentReader(DefinitionOptions options, Variables variables, DefinitionErrorList errors)
    {
        _options = options;
        _variables = variables;
        _errors = errors;
    }

    /// <summary>Reads the environments.</summary>
    /// <param name="node">The value of the key, or null.</param>
    /// <param name="chosenName">The name that was asked for, or null for the first.</param>
    public EnvironmentDefinition Read(YamlNode? node, string? chosenName)
    {
        var entries = (node as YamlMapping)?.Entries ?? [];
        if (node is YamlMapping { Entries: [] })
        {
            _errors.Add("INGOT1009", node.Place, "'environments' has no environment.", "Write one, such as `dev: { lake: ./lake }`, or leave the key out.");
        }

        foreach (var entry in entries.Where(entry => !NamePattern().IsMatch(entry.Key.Text)))
        {
            _errors.Add("INGOT1009", entry.Key.Place, $"'{entry.Key.Text}' is not the name of an environment.", "Start with a letter, and use letters, digits, `_` and `-`.");
        }

        var chosen = chosenName is null && entries.Count > 0 ? entries[0] : entries.FirstOrDefault(entry => entry.Key.Text == chosenName);
        if (chosen is null && chosenName is not null && !(entries.Count == 0 && chosenName == DefaultName))
        {
            var names = entries.Count == 0 ? [DefaultName] : entries.Select(entry => entry.Key.Text);
            _errors.Add("INGOT1013", node?.Place ?? new FilePlace(DefinitionLoader.FileName, 1, 1), $"There is no environment '{chosenName}'.", NearestNames.Sentence(chosenName, names));
        }

        foreach (var entry in entries.Where(entry => entry != chosen))
        {
            CheckOther(entry.Value as YamlMapping);
        }

        var section = chosen?.Value as YamlMapping;
        var engine = ChoiceReader.Read(section?.Find("engine"), EngineKey, _variables, _errors) == "spark" ? EngineKind.Spark : EngineKind.Embedded;
        return new EnvironmentDefinition(chosen?.Key.Text ?? DefaultName, ReadLake(section), engine);
    }

    // Its variables need not be set, but what stands in the file has to be right.
    private void CheckOther(YamlMapping? section)
    {
        if (section?.Find("engine") is YamlScalar engine && !Variables.HasAny(engine.Text))
        {
            ChoiceReader.Read(engine, EngineKey, null, _errors);
        }

        if (section?.Find("lake") is YamlScalar { IsNull: false } lake)
        {
            var text = Variables.HasAny(lake.Text) ? lake.Text.Replace("${", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) : lake.Text;
            ResolveLake(text, lake.Text, lake.Place);
        }
    }

    private string ReadLake(YamlMapping? section)
    {
        var start = new FilePlace(DefinitionLoader.FileName, 1, 1);
        var value = section?.Find("lake") as YamlScalar;
        if (_options.Lake is { } given)
        {
            return ResolveLake(given, $"--lake {given}", value?.Place ?? start);
        }

        if (value is null or { IsNull: true })
        {
            return ResolveLake(DefaultLake, DefaultLake, start);
        }

        return _variables.Expand(value) is { } lake ? ResolveLake(lake, value.Text, value.Place) : "";
    }

    private string ResolveLake(string lake, string shown, FilePlace place)
    {
        if (UrlSecrets.IsIn(shown))
        {
            _errors.Add("INGOT1012", place, "The URL of the lake has a secret in it.", "Take it out: credentials come from the environment.");
            return "";
        }

        if (lake.Contains("://", StringComparison.Ordinal))
        {
            if (!BucketPattern().IsMatch(lake))
            {
                _errors.Add("INGOT1009", place, $"The lake '{shown}' is neither a folder nor `s3://bucket/prefix`.", "Write a path, or a URL that starts with `s3://`.");
            }

            return lake.TrimEnd('/');
        }

        if (lake.Trim().Length == 0 || lake.Contains('\0', StringComparison.Ordinal))
        {
            _errors.Add("INGOT1009", place, "The lake is empty.", "Write a path, such as `./lake`.");
            return "";
        }

        if (lake is ['~', ..])
        {
            _errors.Add("INGOT1009", place, $"The lake '{shown}' starts with `~`, which only a shell replaces.", "Write `${HOME}` in its place.");
            return "";
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(lake, Path.GetFullPath(_options.CurrentFolder)));
    }

    [GeneratedRegex(ValueFormat.NamePattern)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^s3://[A-Za-z0-9][A-Za-z0-9._-]+(/[^/].*)?/?$")]
    private static partial Regex BucketPattern();
}
