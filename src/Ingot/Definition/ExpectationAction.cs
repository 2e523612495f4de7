namespace Ingot.Definition;

/// <summary>What happens to rows that do not meet an expectation.</summary>
public enum ExpectationAction
{
    /// <summary>They are counted and kept.</summary>
    Warn,

    /// <summary>They are counted and left out of the table.</summary>
    Drop,

    /// <summary>The model is not committed: its old version stays, and the run fails.</summary>
    Fail,
}
