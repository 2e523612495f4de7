namespace Ingot.Runs;

/// <summary>How one target of a step ended.</summary>
public enum StepStatus
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It was up to date.</summary>
    Skipped,

    /// <summary>It failed; what was there before stays.</summary>
    Failed,

    /// <summary>It was not tried, because what it depends on failed.</summary>
    Blocked,
}
