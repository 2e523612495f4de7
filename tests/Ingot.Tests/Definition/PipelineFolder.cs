using Ingot.Definition;
using Ingot.TestSupport;

namespace Ingot.Tests.Definition;

/// <summary>A pipeline's folder of one test.</summary>
internal sealed class PipelineFolder : IDisposable
{
    public const string Minimal = "version: 1\nname: shop\ntables: [shop.clients, shop.sales]\n";
    private readonly TemporaryFolder _folder = new("ingot definition ");

    public PipelineFolder(string? definition = Minimal)
    {
        if (definition is not null)
        {
            Write(DefinitionLoader.FileName, definition);
        }
    }

    public string Path => _folder.Path;

    public Dictionary<string, string> Variables { get; } = [];

    public PipelineFolder Write(string file, string text)
    {
        _folder.Write(file, text);
        return this;
    }

    public PipelineFolder WriteBytes(string file, byte[] bytes)
    {
        _folder.Write(file, "");
        File.WriteAllBytes(_folder.Combine(file), bytes);
        return this;
    }

    public DefinitionResult Load(string? environment = null, string? lake = null, string? source = null) =>
        DefinitionLoader.Load(Path, environment, new DefinitionOptions
        {
            Lake = lake,
            Source = source,
            CurrentFolder = "/current",
            Variables = name => Variables.GetValueOrDefault(name),
        });

    /// <summary>Loads a definition that has no error.</summary>
    public PipelineDefinition LoadGood(string? environment = null, string? lake = null, string? source = null)
    {
        var result = Load(environment, lake, source);
        Assert.Empty(result.Errors);
        return result.Definition!;
    }

    /// <summary>Loads a definition that has one error.</summary>
    public DefinitionError LoadBad(string? environment = null)
    {
        var result = Load(environment);
        Assert.Null(result.Definition);
        return Assert.Single(result.Errors);
    }

    public void Dispose() => _folder.Dispose();
}
