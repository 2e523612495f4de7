using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Lakes;
using Ingot.Replication;
using Ingot.Scaffolding.Drafting;
using Ingot.SparkSql.Analysis;

namespace Ingot.Scaffolding.Updating;

/// <summary>Checks new models together with those of a person, in a copy of the pipeline's folder.</summary>
internal static class DraftCheck
{
    /// <summary>Finds the new models of gold that have an error beside the models that are there.</summary>
    public static IReadOnlyList<(string Path, string Error)> FindUnfit(PipelineDefinition definition, IReadOnlyDictionary<string, string> texts, IReadOnlyList<FileChange> changes, PipelineDraft draft)
    {
        var added = changes.Where(change => change.OldText is null && change.Path.StartsWith("gold/", StringComparison.Ordinal)).Select(change => change.Path).ToHashSet();
        if (added.Count == 0)
        {
            return [];
        }

        var copy = Directory.CreateTempSubdirectory("ingot-update-").FullName;
        try
        {
            foreach (var (path, text) in texts.Concat(changes.Select(change => KeyValuePair.Create(change.Path, change.NewText))))
            {
                var file = Path.Combine(copy, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            return [.. Check(copy, definition, draft).Where(error => added.Contains(error.Place.File)).DistinctBy(error => error.Place.File).Select(error => (error.Place.File, error.Message))];
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static IReadOnlyList<DefinitionError> Check(string folder, PipelineDefinition definition, PipelineDraft draft)
    {
        var loaded = DefinitionLoader.Load(folder, definition.Environment.Name, new DefinitionOptions { Source = definition.Source.Url });
        return loaded.Definition is null ? loaded.Errors : PipelineChecker.Check(loaded.Definition, table => SchemaOf(table, draft)).Errors;
    }

    private static TableSchema? SchemaOf(TableDefinition table, PipelineDraft draft)
    {
        if (draft.Tables.FirstOrDefault(one => one.Schema.Schema == table.Schema && one.Schema.Name == table.Table) is not { } drafted)
        {
            return null;
        }

        var key = LandingSchema.FindKey(table, drafted.Schema);
        var fields = LandingSchema.Build(drafted.Schema, TypeMapping.Map(drafted.Schema), key).Fields.Skip(TypeMapping.ReservedColumns.Count - 1);
        return new TableSchema([.. fields.Select(field => new TableColumn(field.Name, ColumnTypes.ToSpark(field.Type), true))], key);
    }
}
