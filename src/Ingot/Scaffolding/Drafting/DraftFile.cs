namespace Ingot.Scaffolding.Drafting;

/// <summary>A file of a drafted pipeline.</summary>
/// <param name="Path">The path within the pipeline's folder, with slashes.</param>
/// <param name="Text">The text; lines end with <c>\n</c>.</param>
public sealed record DraftFile(string Path, string Text);
