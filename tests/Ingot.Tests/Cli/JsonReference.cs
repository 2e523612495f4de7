using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Ingot.Cli.Json;

namespace Ingot.Tests.Cli;

/// <summary>Writes <c>docs/reference/json.md</c> from the records of the documents and their comments.</summary>
internal static class JsonReference
{
    /// <summary>The documents: every type that <see cref="JsonShapes"/> names, and what they hold.</summary>
    public static IReadOnlyList<Type> Types { get; } = Collect();

    public static string Build()
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Ingot.Cli.xml")).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine("# JSON documents");
        page.WriteLine();
        page.WriteLine("With `--json` a command writes exactly one JSON document to standard output, whatever happens; `check --watch` alone writes one a line, `watch`, at its start and after each save. This page is written from the code; a test holds the two equal.");
        page.WriteLine();
        page.WriteLine("- `version` is the version of the shapes on this page. It rises when a field changes its meaning or goes; fields that are added do not raise it.");
        page.WriteLine("- A field without a value is left out. Names are lower case with underscores. Times are UTC in ISO 8601; sizes are bytes; durations are seconds.");
        page.WriteLine("- A command that fails before it has a result writes the document `error`; one that has a result and an error writes the result with `error` in it.");
        foreach (var type in Types)
        {
            var comment = comments[$"T:{type.FullName}"];
            page.WriteLine();
            page.WriteLine($"## {Title(type)}");
            page.WriteLine();
            page.WriteLine(Text(comment.Element("summary")!));
            page.WriteLine();
            page.WriteLine("| field | type | meaning |");
            page.WriteLine("| --- | --- | --- |");
            foreach (var property in Fields(type))
            {
                var meaning = comment.Elements("param").Single(param => (string)param.Attribute("name")! == property.Name);
                page.WriteLine($"| `{Name(property)}` | {TypeName(property)} | {Text(meaning)} |");
            }
        }

        return page.ToString();
    }

    private static List<Type> Collect()
    {
        var types = typeof(JsonShapes).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        for (var index = 0; index < types.Count; index++)
        {
            types.AddRange(Fields(types[index]).Select(property => Element(property.PropertyType)).Where(type => type.Namespace == typeof(JsonShapes).Namespace && !types.Contains(type)).Distinct().ToList());
        }

        return types;
    }

    private static PropertyInfo[] Fields(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public);

    private static Type Element(Type type) => type.IsGenericType ? Element(type.GetGenericArguments()[0]) : type;

    private static string Title(Type type) =>
        type.Name.EndsWith("Document", StringComparison.Ordinal)
            ? $"Document `{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name[..^"Document".Length])}`"
            : $"Part `{PartName(type)}`";

    private static string PartName(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name[..^"Json".Length]);

    private static string Name(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static string TypeName(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var optional = Nullable.GetUnderlyingType(property.PropertyType) is not null || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return TypeName(type) + (optional ? ", may be absent" : "");
    }

    private static string TypeName(Type type) => type switch
    {
        { IsGenericType: true } => $"list of {TypeName(type.GetGenericArguments()[0])}",
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateTimeOffset) => "time",
        _ when type == typeof(JsonElement) => "value",
        _ when type.IsPrimitive => "number",
        _ => $"`{PartName(type)}`",
    };

    private static string Text(XElement element) => string.Join(' ', string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        _ => node.ToString(),
    })).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
