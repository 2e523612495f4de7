namespace Ingot.MySql;

/// <summary>How much a check's outcome matters.</summary>
public enum CheckSeverity
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth to know.</summary>
    Note,

    /// <summary>Works now, but limits something or will hurt later.</summary>
    Warning,

    /// <summary>A load cannot work.</summary>
    Error,
}
