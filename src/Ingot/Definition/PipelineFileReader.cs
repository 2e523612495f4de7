using System.Globalization;
using System.Text.RegularExpressions;
using Ingot.Definition.Keys;
using Ingot.Definition.Values;
using Ingot.Definition.Yaml;
using Ingot.MySql;

namespace Ingot.Definition;

/// <summary>Reads <c>ingot.yaml</c>. Values of the wrong shape are left to <see cref="StructureCheck"/>, so each error is reported once.</summary>
internal sealed partial class PipelineFileReader
{
    private const int KnownVersion = 1;
    private const int LongestName = 64;
    private const long LeastModelMemoryInBytes = 64_000_000;
    private static readonly TimeSpan BronzeRetention = TimeSpan.FromDays(30);
    private readonly DefinitionOptions _options;
    private readonly DefinitionErrorList _errors;
    private readonly Variables _variables;

    public PipelineFileReader(DefinitionOptions options, DefinitionErrorList errors)
    {
        _options = options;
        _errors = errors;
        _variables = new Variables(options.Variables, errors);
    }

    /// <summary>Whether the list of tables was read without a gap: else a name that is not in it may be right.</summary>
    public bool AreTablesKnown { get; private set; }

    /// <summary>Reads the file's text.</summary>
    /// <returns>The definition without models, with stand-ins where errors were reported; null when nothing of it can be read.</returns>
    public PipelineDefinition? Read(string text, string folder, string? environmentName)
    {
        var start = new FilePlace(DefinitionLoader.FileName, 1, 1);
        var tree = YamlTree.Read(text, DefinitionLoader.FileName, 0, _errors);
        if (tree is not YamlMapping file)
        {
            if (tree is not null || _errors.IsEmpty)
            {
                _errors.Add("INGOT1008", tree?.Place ?? start, $"The file is {tree?.Shape ?? "empty"}; a definition is a mapping of keys.", "Start with `version: 1`.");
            }

            return null;
        }

        if (!IsVersionKnown(file))
        {
            return null;
        }

        StructureCheck.Check(file, PipelineKeys.All, _errors);
        var tables = new TableListReader(_variables, _errors);
        var definition = new PipelineDefinition
        {
            Name = ReadName(file),
            Folder = folder,
            Source = ReadSource(file.Find("source") as YamlMapping),
            Tables = tables.Read(file.Find("tables") as YamlSequence),
            LandingKeep = ReadKeep(TextOf(file, "landing", "keep")),
            ModelMemoryInBytes = ReadMemory(TextOf(file, "models", "memory")),
            VerifiesAfterRun = ChoiceReader.Read((file.Find("verify") as YamlMapping)?.Find("after_run"), PipelineKeys.All.TryGet("verify.after_run")!, _variables, _errors) == "true",
            Environment = new EnvironmentReader(_options, _variables, _errors).Read(file.Find("environments"), environmentName),
            Models = [],
        };
        AreTablesKnown = tables.AreAllRead;
        return definition;
    }

    // The keys of a newer version are not known, so nothing else is reported then.
    private bool IsVersionKnown(YamlMapping file)
    {
        if (file.Find("version") is not YamlScalar { IsNull: false } version)
        {
            return true;
        }

        if (!version.IsPlain || !version.Text.All(char.IsAsciiDigit) || !long.TryParse(version.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < KnownVersion)
        {
            _errors.Add("INGOT1009", version.Place, $"'version' is the number {KnownVersion}, and this is '{version.Text}'.", $"Write `version: {KnownVersion}`.");
            return true;
        }

        if (number > KnownVersion)
        {
            _errors.Add("INGOT1010", version.Place, $"The definition has version {number}; this Ingot knows version {KnownVersion}.", "Use a newer Ingot.");
            return false;
        }

        return true;
    }

    private static YamlScalar? TextOf(YamlMapping file, string section, string key) =>
        (file.Find(section) as YamlMapping)?.Find(key) is YamlScalar { IsNull: false } value ? value : null;

    private string ReadName(YamlMapping file)
    {
        if (file.Find("name") is not YamlScalar { IsNull: false } value || _variables.Expand(value) is not { } name)
        {
            return "";
        }

        if (!NamePattern().IsMatch(name) || name.Length > LongestName)
        {
            _errors.Add("INGOT1009", value.Place, $"'{value.Text}' is not a pipeline's name.", $"Start with a letter, and use letters, digits, `_` and `-`, at most {LongestName}.");
        }

        return name;
    }

    private SourceDefinition ReadSource(YamlMapping? source)
    {
        var zeroDates = ChoiceReader.Read(source?.Find("zero_dates"), PipelineKeys.All.TryGet("source.zero_dates")!, _variables, _errors) == "fail" ? ZeroDatePolicy.Fail : ZeroDatePolicy.Null;
        return new SourceDefinition(ReadUrl(source?.Find("url")), ReadTimeZone(source?.Find("time_zone")), zeroDates);
    }

    private string? ReadUrl(YamlNode? node)
    {
        if (node is not YamlScalar { IsNull: false } value)
        {
            return _options.Source;
        }

        if (UrlSecrets.IsIn(value.Text))
        {
            _errors.Add("INGOT1012", value.Place, "The URL of the source has a password in it.", "Take the password out and set INGOT_SOURCE_PASSWORD, or write `url: \"${INGOT_SOURCE}\"` and set that variable to the whole URL. Change the password if the file was shared.");
            return null;
        }

        if (_variables.Expand(value, mayBeAbsent: true) is not { } url)
        {
            return _options.Source;
        }

        if (_options.Source is not null)
        {
            return _options.Source;
        }

        try
        {
            MySqlSourceUrl.Parse(url);
        }
        catch (MySqlSourceException exception)
        {
            _errors.Add("INGOT1009", value.Place, exception.Message, exception.NextStep ?? "Write `mysql://user@host:3306/database`.");
        }

        return url;
    }

    private string ReadTimeZone(YamlNode? node)
    {
        const string Default = "UTC";
        if (node is not YamlScalar { IsNull: false } value || _variables.Expand(value) is not { } name)
        {
            return Default;
        }

        if (!OffsetPattern().IsMatch(name) && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            _errors.Add("INGOT1009", value.Place, $"'{value.Text}' is not a time zone that this machine knows.", $"Write `UTC`, an offset such as `+02:00`, or a name. {NearestNames.Sentence(name, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id))}".TrimEnd());
        }

        return name;
    }

    private TimeSpan ReadKeep(YamlScalar? value)
    {
        var standard = TimeSpan.FromDays(7);
        if (value is null || _variables.Expand(value) is not { } text)
        {
            return standard;
        }

        if (Durations.TryParse(text) is not { } keep)
        {
            _errors.Add("INGOT1009", value.Place, $"'{value.Text}' is not a duration.", $"Write a number and {Durations.UnitNames}, such as `7 days`.");
            return standard;
        }

        if (keep >= BronzeRetention)
        {
            _errors.Add("INGOT1009", value.Place, $"'landing.keep' is {Durations.Format(keep)}, and has to be shorter than the {Durations.Format(BronzeRetention)} that bronze keeps removed files.", "Write less than `30 days`; bronze keeps every change for good.");
        }

        return keep;
    }

    private long ReadMemory(YamlScalar? value)
    {
        const long Default = 1_000_000_000;
        if (value is null || _variables.Expand(value) is not { } text)
        {
            return Default;
        }

        if (Sizes.TryParse(text) is not { } bytes)
        {
            _errors.Add("INGOT1009", value.Place, $"'{value.Text}' is not a size.", $"Write a number and {Sizes.UnitNames}, such as `1 GB`.");
            return Default;
        }

        if (bytes < LeastModelMemoryInBytes)
        {
            _errors.Add("INGOT1009", value.Place, $"'models.memory' is {value.Text}, and models need at least 64 MB.", "Write `64 MB` or more.");
        }

        return bytes;
    }

    [GeneratedRegex(ValueFormat.NamePattern)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[+-](0[0-9]|1[0-4]):[0-5][0-9]$")]
    private static partial Regex OffsetPattern();
}
