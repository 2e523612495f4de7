namespace Ingot.Definition;

/// <summary>Loads the folder of a pipeline.</summary>
public static class DefinitionLoader
{
    /// <summary>The name of the file that makes a folder a pipeline.</summary>
    public const string FileName = "ingot.yaml";

    /// <summary>Loads <c>ingot.yaml</c> and the models of a pipeline and reports every error at once. Reads files only: no server, no lake.</summary>
    /// <param name="folder">The pipeline's folder.</param>
    /// <param name="environmentName">The environment, or null for the first.</param>
    /// <param name="options">What the command line and the process add.</param>
    /// <returns>The definition, or the errors. A bad definition, a missing folder or an unreadable file are errors in the result, never an exception.</returns>
    public static DefinitionResult Load(string folder, string? environmentName, DefinitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        return Load(folder, environmentName, options, new DefinitionMemory());
    }

    /// <summary>Loads a pipeline, and parses only the models whose text is not remembered.</summary>
    internal static DefinitionResult Load(string folder, string? environmentName, DefinitionOptions options, DefinitionMemory memory)
    {
        var errors = new DefinitionErrorList();
        memory.Begin();
        var definition = Load(folder, environmentName, options, memory, errors);
        var found = errors.Build();

        // Models that read each other in a circle have no order to be checked in, and without ingot.yaml it is not known what there is.
        var isCheckable = found.All(error => error.Code != "INGOT1026" && error.Place.File != FileName);
        return new DefinitionResult(found.Count == 0 ? definition : null, found) { Partial = isCheckable ? definition : null };
    }

    private static PipelineDefinition? Load(string folder, string? environmentName, DefinitionOptions options, DefinitionMemory memory, DefinitionErrorList errors)
    {
        var fullFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, Path.GetFullPath(options.CurrentFolder)));
        var path = Path.Combine(fullFolder, FileName);
        if (!File.Exists(path))
        {
            ReportMissing(folder, fullFolder, errors);
            return null;
        }

        var file = PipelineFile.Unread;
        if (DefinitionText.TryRead(path, FileName, errors) is { } bytes)
        {
            (file, var found) = memory.Read(FileName, bytes, own => ReadPipeline(bytes, fullFolder, environmentName, options, own));
            errors.AddRange(found);
        }

        var models = new ModelFolderReader(fullFolder, memory, errors).Read();
        return file.Pipeline is not { } pipeline ? null : pipeline with { Models = ModelInputs.Resolve(pipeline.Tables, file.AreTablesKnown, models, errors) };
    }

    private static PipelineFile ReadPipeline(byte[] bytes, string fullFolder, string? environmentName, DefinitionOptions options, DefinitionErrorList errors)
    {
        if (DefinitionText.Decode(bytes, FileName, errors) is not { } text)
        {
            return PipelineFile.Unread;
        }

        var reader = new PipelineFileReader(options, errors);
        var pipeline = reader.Read(text, fullFolder, environmentName);
        return new PipelineFile(pipeline, reader.AreTablesKnown);
    }

    private static void ReportMissing(string folder, string fullFolder, DefinitionErrorList errors)
    {
        var other = Path.Combine(fullFolder, "ingot.yml");
        var (found, nextStep) = (Directory.Exists(fullFolder), File.Exists(other)) switch
        {
            (false, _) => ($"There is no folder '{folder}'.", "Name the folder of a pipeline: `--pipeline DIR`."),
            (true, true) => ($"The folder '{folder}' has `ingot.yml`, not `{FileName}`.", $"Rename it to `{FileName}`."),
            _ => ($"The folder '{folder}' has no `{FileName}`.", "Name the folder of a pipeline: `--pipeline DIR`."),
        };
        errors.Add("INGOT1001", new FilePlace(FileName, 1, 1), found, nextStep);
    }

    private sealed record PipelineFile(PipelineDefinition? Pipeline, bool AreTablesKnown)
    {
        public static readonly PipelineFile Unread = new(null, false);
    }
}
