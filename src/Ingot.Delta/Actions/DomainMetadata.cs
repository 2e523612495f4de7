namespace Ingot.Delta.Actions;

/// <summary>A text that a feature keeps with the table (PROTOCOL.md, "Domain Metadata").</summary>
/// <param name="Domain">The feature's name for it.</param>
/// <param name="Configuration">The text.</param>
/// <param name="Removed">Whether it is gone.</param>
public sealed record DomainMetadata(string Domain, string Configuration, bool Removed) : LogAction;
