namespace Ingot.Runs;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>All steps succeeded or had nothing to do.</summary>
    Succeeded,

    /// <summary>A step failed.</summary>
    Failed,

    /// <summary>Expectations with <c>else: fail</c> were not met, or the lake differs from the source.</summary>
    ExpectationsFailed,

    /// <summary>The run was cancelled.</summary>
    Cancelled,
}
