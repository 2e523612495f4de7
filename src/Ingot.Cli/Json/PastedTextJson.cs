namespace Ingot.Cli.Json;

/// <summary>What a person has to add to a file of theirs.</summary>
/// <param name="Path">The path in the pipeline's folder.</param>
/// <param name="Reason">What it is, and why the update does not write it.</param>
/// <param name="Text">The text to paste.</param>
internal sealed record PastedTextJson(string Path, string Reason, string Text);
