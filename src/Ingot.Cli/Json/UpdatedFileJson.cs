namespace Ingot.Cli.Json;

/// <summary>A file that an update adds or makes longer.</summary>
/// <param name="Path">The path in the pipeline's folder.</param>
/// <param name="IsNew">Whether it was not there.</param>
/// <param name="AddedLines">The lines that are added.</param>
internal sealed record UpdatedFileJson(string Path, bool IsNew, IReadOnlyList<string> AddedLines);
