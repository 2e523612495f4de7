using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingot.Definition.Keys;

namespace Ingot.Tests.Definition;

/// <summary>Writes the reference of the definition from the tables of keys.</summary>
internal static class DefinitionReference
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A Markdown table of keys.</summary>
    public static string BuildMarkdown(DefinitionKeySet keys)
    {
        var text = new StringBuilder("| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var key in keys.All)
        {
            var fallback = key.IsRequired ? "required" : key.IsAlternative ? "one of these" : key.Default ?? "-";
            text.Append($"| `{key.Path}` | {DescribeValue(key)} | {fallback} | {key.Description} |\n");
        }

        return text.ToString();
    }

    /// <summary>The JSON schema of ingot.yaml, with that of the front matter as a definition.</summary>
    public static string BuildSchema()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Ingot pipeline (ingot.yaml)",
        };
        foreach (var (name, value) in BuildSection(PipelineKeys.All, "").ToList())
        {
            schema[name] = value?.DeepClone();
        }

        var frontMatter = BuildSection(FrontMatterKeys.All, "");
        frontMatter["title"] = "Front matter of a model";
        schema["$defs"] = new JsonObject { ["frontMatter"] = frontMatter };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static string DescribeValue(DefinitionKey key)
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
            shapes.Add("a mapping");
        }

        return string.Join(", or ", shapes);
    }

    private static JsonObject BuildSection(DefinitionKeySet keys, string path)
    {
        var children = keys.ChildrenOf(path);
        var section = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(children.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, BuildValue(keys, key)))),
            ["additionalProperties"] = false,
        };
        var required = children.Where(key => key.IsRequired).Select(key => (JsonNode?)key.Name).ToArray();
        if (required.Length > 0)
        {
            section["required"] = new JsonArray(required);
        }

        var alternatives = children.Where(key => key.IsAlternative).Select(key => (JsonNode?)new JsonObject { ["required"] = new JsonArray(key.Name) }).ToArray();
        if (alternatives.Length > 0)
        {
            section["oneOf"] = new JsonArray(alternatives);
        }

        return section;
    }

    private static JsonObject BuildValue(DefinitionKeySet keys, DefinitionKey key)
    {
        var shapes = new List<JsonObject>();
        if (key.Shape.HasFlag(ValueShape.Text))
        {
            shapes.Add(BuildText(key));
        }

        if (key.Shape.HasFlag(ValueShape.List))
        {
            shapes.Add(new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = BuildValue(keys, keys.TryGet($"{key.Path}[]")!) });
        }

        if (key.Shape.HasFlag(ValueShape.Map))
        {
            shapes.Add(new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = BuildValue(keys, keys.TryGet($"{key.Path}.*")!) });
        }

        if (key.Shape.HasFlag(ValueShape.Section))
        {
            shapes.Add(BuildSection(keys, key.Path));
        }

        var value = shapes.Count == 1 ? shapes[0] : new JsonObject { ["anyOf"] = new JsonArray([.. shapes]) };
        value["description"] = key.Description.Replace("`", "", StringComparison.Ordinal);
        return value;
    }

    // A value that names an environment variable is any text.
    private static JsonObject BuildText(DefinitionKey key)
    {
        if (key.Format == ValueFormat.Integer)
        {
            return new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 1 };
        }

        if (key.Format == ValueFormat.Value)
        {
            return new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        }

        if (key.Choices.Count > 0)
        {
            var choices = key.Choices.Select(choice => (JsonNode?)choice).ToList();
            if (key.Choices.Contains("null"))
            {
                choices.Add(null);
            }

            return new JsonObject { ["enum"] = new JsonArray([.. choices]) };
        }

        var text = new JsonObject { ["type"] = key.MayBeEmpty ? new JsonArray("string", "null") : "string" };
        if (key.Format.Pattern is { } pattern)
        {
            text["pattern"] = $@"{pattern}|\$\{{";
        }

        return text;
    }
}
