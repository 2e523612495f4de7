using Ingot.MySql;
using Ingot.Scaffolding.Gold;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;
using Ingot.Scaffolding.Updating;

namespace Ingot.Scaffolding.Drafting;

/// <summary>A pipeline for a database that nobody has described: the files of its folder, and what was guessed. Pure; it reads and writes nothing.</summary>
public sealed class PipelineDraft
{
    private readonly IReadOnlyList<GoldModel> _gold;

    private PipelineDraft(IReadOnlyList<TableDraft> tables, IReadOnlyList<LeftOutObject> leftOut, IReadOnlyList<GoldModel> gold, IReadOnlyList<DraftFile> files)
    {
        Tables = tables;
        LeftOut = leftOut;
        _gold = gold;
        Files = files;
    }

    /// <summary>The files, <c>ingot.yaml</c> first.</summary>
    public IReadOnlyList<DraftFile> Files { get; }

    /// <summary>What cannot be loaded, by name with its reason.</summary>
    public IReadOnlyList<LeftOutObject> LeftOut { get; }

    /// <summary>The tables that are replicated, by their names in the lake.</summary>
    public IReadOnlyList<string> TableNames => [.. Tables.Select(table => table.Name)];

    /// <summary>The silver models by name.</summary>
    public IReadOnlyList<string> SilverModels => [.. Tables.Where(table => table.ModelProblem is null).Select(table => table.Name)];

    /// <summary>The gold models by name.</summary>
    public IReadOnlyList<string> GoldModels => [.. _gold.Select(model => model.Name)];

    /// <summary>What was guessed, a sentence each.</summary>
    public IReadOnlyList<string> Guesses => Drafting.Guesses.Of(Tables);

    internal IReadOnlyList<TableDraft> Tables { get; }

    internal IReadOnlyList<GoldModel> Gold => _gold;

    /// <summary>Drafts a pipeline.</summary>
    /// <param name="catalog">What the source holds.</param>
    /// <param name="profiles">What a look at the values told, by table; empty for none.</param>
    /// <param name="options">The pipeline's name and source.</param>
    /// <returns>The draft. It has no tables when there is nothing to load.</returns>
    public static PipelineDraft Build(SourceCatalog catalog, IReadOnlyDictionary<TableSchema, TableProfile> profiles, DraftOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(options);
        var leftOut = catalog.LeftOut.ToList();
        var tables = TableDrafts.Build(catalog, profiles, options, leftOut);
        var gold = GoldDraft.Build(tables);
        var files = new List<DraftFile>
        {
            new("ingot.yaml", DefinitionDraft.Write(options, tables, leftOut)),
            new("README.md", ReadmeText.Write(options, tables, leftOut, gold)),
        };
        files.AddRange(tables.Where(table => table.ModelProblem is null).Select(table => new DraftFile(SilverPath(table), SilverText.Write(table))));
        files.AddRange(gold.Select(model => new DraftFile($"gold/{model.Name}.sql", model.Text)));
        files.Add(new DraftFile(GeneratedState.FileName, GeneratedState.Of(tables, files, options.Selection).Write()));
        return new PipelineDraft(tables, leftOut, gold, files);
    }

    internal static string SilverPath(TableDraft table) => $"silver/{table.Name}.sql";
}
