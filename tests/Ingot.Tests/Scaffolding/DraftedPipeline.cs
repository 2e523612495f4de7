using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Lakes;
using Ingot.Replication;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;
using Ingot.SparkSql.Analysis;
using Ingot.TestSupport;
using TableSchema = Ingot.MySql.TableSchema;

namespace Ingot.Tests.Scaffolding;

/// <summary>A drafted pipeline in a folder, checked as <c>ingot check</c> does once the lake has its tables.</summary>
internal sealed class DraftedPipeline : IDisposable
{
    private readonly TemporaryFolder _folder = new("ingot draft ");

    public DraftedPipeline(PipelineDraft draft)
    {
        Draft = draft;
        foreach (var file in draft.Files)
        {
            _folder.Write(file.Path, file.Text);
        }
    }

    public PipelineDraft Draft { get; }

    public string Folder => _folder.Path;

    public static DraftedPipeline Build(params TableSchema[] tables) => Build(tables, []);

    public static DraftedPipeline Build(IReadOnlyList<TableSchema> tables, IReadOnlyDictionary<TableSchema, TableProfile> profiles) =>
        new(PipelineDraft.Build(new SourceCatalog("11.4", tables, []), profiles, new DraftOptions { Name = "mine", SourceUrl = "mysql://me@host:3306/shop" }));

    public static DraftedPipeline Build(IReadOnlyList<TableSchema> tables, TableProfile[] profiles) =>
        Build(tables, tables.Zip(profiles).ToDictionary(pair => pair.First, pair => pair.Second));

    /// <summary>The text of a file of the draft.</summary>
    public string this[string path] => Draft.Files.Single(file => file.Path == path).Text;

    /// <summary>All errors of the definition and of its models against the columns of the tables.</summary>
    public (IReadOnlyList<DefinitionError> Errors, PipelineDefinition? Definition) Check(IReadOnlyList<TableSchema> source)
    {
        var loaded = DefinitionLoader.Load(Folder, null, new DefinitionOptions { CurrentFolder = "/current", Variables = _ => null });
        if (loaded.Definition is not { } definition)
        {
            return (loaded.Errors, null);
        }

        var result = PipelineChecker.Check(definition, table =>
        {
            var schema = source.Single(one => one.Schema == table.Schema && one.Name == table.Table);
            var key = LandingSchema.FindKey(table, schema);
            var fields = LandingSchema.Build(schema, TypeMapping.Map(schema), key).Fields.Skip(3);
            return new Ingot.Definition.Checking.TableSchema([.. fields.Select(field => new TableColumn(field.Name, ColumnTypes.ToSpark(field.Type), true))], key);
        });
        Assert.Empty(result.Notes);
        return (result.Errors, definition);
    }

    public void Dispose() => _folder.Dispose();
}
