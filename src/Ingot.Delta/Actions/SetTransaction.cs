namespace Ingot.Delta.Actions;

/// <summary>The progress of an application (PROTOCOL.md, "Transaction Identifiers").</summary>
/// <param name="AppId">The application; each has one progress.</param>
/// <param name="Version">The progress: the newest commit's value counts.</param>
/// <param name="LastUpdated">When it was set, in milliseconds since 1970, or null.</param>
public sealed record SetTransaction(string AppId, long Version, long? LastUpdated) : LogAction;
