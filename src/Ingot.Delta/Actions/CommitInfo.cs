using System.Text.Json;

namespace Ingot.Delta.Actions;

/// <summary>Who made a commit, when and how (PROTOCOL.md, "Commit Provenance Information"). Free form: what this library does not name is in <see cref="Json"/>.</summary>
public sealed record CommitInfo : LogAction
{
    /// <summary>When the commit was made, in milliseconds since 1970, or null.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The operation: <c>WRITE</c>, <c>CREATE TABLE</c>, <c>MERGE</c> …, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>The writer's own name and version, or null.</summary>
    public string? EngineInfo { get; init; }

    /// <summary>A unique id of the commit, or null. It settles the fate of a commit whose answer was lost.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Whether the commit only added files without having read the table, or null when not said.</summary>
    public bool? IsBlindAppend { get; init; }

    /// <summary>The commit's time in tables with the feature <c>inCommitTimestamp</c>, in milliseconds since 1970, or null.</summary>
    public long? InCommitTimestamp { get; init; }

    /// <summary>The whole object.</summary>
    public JsonElement Json { get; init; }
}
