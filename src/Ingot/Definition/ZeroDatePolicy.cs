namespace Ingot.Definition;

/// <summary>What becomes of MySQL's zero and impossible dates, such as 0000-00-00.</summary>
public enum ZeroDatePolicy
{
    /// <summary>They become null and are counted.</summary>
    Null,

    /// <summary>The load fails and names the table and column.</summary>
    Fail,
}
