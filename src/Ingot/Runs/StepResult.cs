namespace Ingot.Runs;

/// <summary>What became of one target of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Target">What it was done to: a table such as <c>shop.clients</c> or <c>gold.fact_sales</c>, or the lake.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Started">When it started, UTC.</param>
/// <param name="Duration">How long it took.</param>
public sealed record StepResult(StepKind Step, string Target, StepStatus Status, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>Why it was done or left out, half a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What a user should know of it though it succeeded, half a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The rows that were read, adopted or written; null where it has no meaning.</summary>
    public long? Rows { get; init; }

    /// <summary>The bytes of the files that were written or adopted; null where it has no meaning.</summary>
    public long? Bytes { get; init; }

    /// <summary>The number of those files; null where it has no meaning.</summary>
    public long? Files { get; init; }

    /// <summary>The version of the Delta table after the step; null where it has none.</summary>
    public long? Version { get; init; }

    /// <summary>The code of the error that ended it, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message of the error that ended it, or null.</summary>
    public string? Error { get; init; }

    /// <summary>What the user can do about the error, or null.</summary>
    public string? NextStep { get; init; }
}
