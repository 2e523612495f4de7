namespace Ingot.Definition;

/// <summary>A place in a definition file.</summary>
/// <param name="File">The path, relative to the pipeline's folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
public readonly record struct FilePlace(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
