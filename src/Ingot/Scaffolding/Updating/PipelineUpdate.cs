namespace Ingot.Scaffolding.Updating;

/// <summary>What an update of a pipeline adds, before anything is written.</summary>
public sealed record PipelineUpdate
{
    /// <summary>The tables that are new in the source, by their names in the lake.</summary>
    public required IReadOnlyList<string> NewTables { get; init; }

    /// <summary>The columns that are new in the source, as <c>table.column</c>.</summary>
    public required IReadOnlyList<string> NewColumns { get; init; }

    /// <summary>The files that are written, <c>.ingot-new.json</c> too.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>What a person has to add.</summary>
    public required IReadOnlyList<PastedText> ToPaste { get; init; }

    /// <summary>What else is worth to know: tables that are gone from the source, tables that a person took out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether there is nothing to add.</summary>
    public bool IsEmpty => NewTables.Count == 0 && NewColumns.Count == 0 && ToPaste.Count == 0 && Changes.Count == 0;

    /// <summary>Writes the files, each whole or not at all, and the memory of them last.</summary>
    /// <param name="folder">The pipeline's folder.</param>
    /// <exception cref="PipelineException">A file cannot be written (<c>INGOT1052</c>).</exception>
    public void Write(string folder)
    {
        try
        {
            foreach (var change in Changes)
            {
                var path = Path.Combine(folder, change.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
                try
                {
                    File.WriteAllText(temporary, change.NewText);
                    File.Move(temporary, path, overwrite: true);
                }
                finally
                {
                    File.Delete(temporary);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException("INGOT1052", $"A file of '{folder}' cannot be written: {exception.Message}", "Look at the permissions and the space; then update again, which adds what is still missing.", exception);
        }
    }
}
