namespace Ingot.Delta.Actions;

/// <summary>One entry of a commit (PROTOCOL.md, "Actions"). Immutable.</summary>
public abstract record LogAction;
