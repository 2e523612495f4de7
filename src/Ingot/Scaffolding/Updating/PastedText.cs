namespace Ingot.Scaffolding.Updating;

/// <summary>What a person has to add, because the file is theirs.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What it is, and why the update does not write it.</param>
/// <param name="Text">The text to paste.</param>
public sealed record PastedText(string Path, string Reason, string Text);
