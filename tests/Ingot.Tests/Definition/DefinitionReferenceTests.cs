using System.Text.Json;
using System.Text.Json.Nodes;
using Ingot.Definition;
using Ingot.Definition.Keys;
using Ingot.Definition.Yaml;
using Ingot.TestSupport;
using Json.Schema;

namespace Ingot.Tests.Definition;

public sealed class DefinitionReferenceTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(RepositoryRoot.Combine("docs/reference/ingot.schema.json")));

    [Fact]
    public void The_page_describes_each_key()
    {
        WrittenFile.AssertPartEqual("docs/reference/pipeline.md", "keys of ingot.yaml", DefinitionReference.BuildMarkdown(PipelineKeys.All));
        WrittenFile.AssertPartEqual("docs/reference/pipeline.md", "keys of the front matter", DefinitionReference.BuildMarkdown(FrontMatterKeys.All));
    }

    [Fact]
    public void The_schema_is_that_of_the_keys() => WrittenFile.AssertEqual("docs/reference/ingot.schema.json", DefinitionReference.BuildSchema());

    [Fact]
    public void The_demo_passes_the_schema() =>
        Assert.True(IsValid(File.ReadAllText(RepositoryRoot.Combine("pipelines/sales/ingot.yaml"))));

    [Theory]
    [InlineData("version: 1\nname: a\ntables: [a.b, { name: a.c, as: d, key: [e] }, { name: a.f, key: g }]\nenvironments: { dev: { engine: spark } }\n", true)]
    [InlineData("version: 1\nname: a\ntables: [\"`a.b`.c\", \"${TABLE}\"]\nsource: { url: , zero_dates: null }\n", true)]
    [InlineData("version: 2\nname: a\ntables: [a.b]\n", false)]
    [InlineData("name: a\ntables: [a.b]\n", false)]
    [InlineData("version: 1\nname: a\n", false)]
    [InlineData("version: 1\nname: a\ntables: [ab]\n", false)]
    [InlineData("version: 1\nname: a\ntables: []\n", false)]
    [InlineData("version: 1\nname: a\ntables: [{ as: b }]\n", false)]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nmodel: {}\n", false)]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nlanding: { keep: 7 }\n", false)]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nmodels: { memory: much }\n", false)]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: { engine: duckdb } }\n", false)]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nsource: { zero_dates: keep }\n", false)]
    public void The_schema_and_the_loader_agree(string definition, bool expected)
    {
        using var folder = new PipelineFolder(definition);
        folder.Variables["TABLE"] = "a.x";

        Assert.Equal(expected, IsValid(definition));
        Assert.Equal(expected, folder.Load().Errors.Count == 0);
    }

    [Fact]
    public void The_front_matter_of_the_demo_passes_the_schema()
    {
        var schema = JsonSchema.FromText(JsonNode.Parse(DefinitionReference.BuildSchema())!["$defs"]!["frontMatter"]!.ToJsonString());
        var files = Directory.GetFiles(RepositoryRoot.Combine("pipelines/sales"), "*.sql", SearchOption.AllDirectories).Where(file => !file.Contains("source", StringComparison.Ordinal));

        Assert.All(files, file =>
        {
            var errors = new DefinitionErrorList();
            var frontMatter = FrontMatter.Read(File.ReadAllText(file), file, errors);
            Assert.True(errors.IsEmpty);
            Assert.True(schema.Evaluate(ToElement(frontMatter)).IsValid, file);
        });
    }

    private static bool IsValid(string definition) => Schema.Evaluate(ToElement(YamlTree.Read(definition, "ingot.yaml", 0, new DefinitionErrorList()))).IsValid;

    private static JsonElement ToElement(YamlNode? node) => JsonSerializer.SerializeToElement(ToJson(node));

    private static JsonNode? ToJson(YamlNode? node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { IsPlain: true } number when long.TryParse(number.Text, out var value) => value,
        YamlScalar text => text.Text,
        _ => null,
    };
}
