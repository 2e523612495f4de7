using Ingot.Definition.Keys;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads one model file: its front matter and the tables that its SQL names.</summary>
internal sealed class ModelFileReader
{
    private static readonly DefinitionKey KindKey = FrontMatterKeys.All.TryGet("kind")!;
    private readonly DefinitionErrorList _errors;

    public ModelFileReader(DefinitionErrorList errors) => _errors = errors;

    /// <summary>Reads the text of a model file.</summary>
    /// <param name="layer">The layer of its folder.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="file">The file's name in places.</param>
    /// <param name="text">The text.</param>
    public ModelSource Read(Layer layer, string name, string file, string text)
    {
        var frontMatter = FrontMatter.Read(text, file, _errors);
        if (frontMatter is not null)
        {
            StructureCheck.Check(frontMatter, FrontMatterKeys.All, _errors);
        }

        var kind = ReadKind(frontMatter?.Find("kind"));
        var key = ColumnListReader.Read(frontMatter?.Find("key"), null, _errors) ?? [];
        if (kind == ModelKind.Current && frontMatter!.Find("key") is null)
        {
            _errors.Add("INGOT1007", frontMatter.Find("kind")!.Place, "A model of kind `current` needs the key 'key'.", "Add `key: [column]`: the columns that identify a row of its driving table.");
        }

        var model = new ModelDefinition
        {
            Layer = layer,
            Name = name,
            File = file,
            Description = frontMatter?.Find("description") is YamlScalar { IsNull: false } description ? description.Text.Trim() : "",
            Kind = kind,
            KindPlace = frontMatter?.Find("kind")?.Place,
            Key = key,
            KeyPlace = frontMatter?.Find("key")?.Place,
            Columns = ColumnMapReader.ReadColumns(frontMatter?.Find("columns") as YamlMapping, _errors),
            Expectations = new ExpectationReader(_errors).Read(frontMatter?.Find("expect") as YamlMapping, text),
            Text = text,
        };
        var query = ModelSql.TryParse(text, file, _errors);
        return new ModelSource(model with { Query = query }, [.. query is null ? [] : ModelSql.ReferencesOf(query, file), .. ExpectationReader.ReferencesOf(model.Expectations)]);
    }

    private ModelKind ReadKind(YamlNode? node)
    {
        if (node is YamlScalar { Text: "history" or "append" } value)
        {
            _errors.Add("INGOT1021", value.Place, $"Models of kind `{value.Text}` come with a later version of Ingot.", "Use `table` or `current`.");
            return ModelKind.Table;
        }

        return ChoiceReader.Read(node, KindKey, null, _errors) == "current" ? ModelKind.Current : ModelKind.Table;
    }
}
