namespace Ingot.Replication;

/// <summary>How the rows of a loaded table were brought to one state.</summary>
public enum TableCoverage
{
    /// <summary>The load's snapshot covers the table.</summary>
    Snapshot,

    /// <summary>Nobody could write while the table was read: LOCK TABLES … READ.</summary>
    ReadLock,

    /// <summary>Row count and checksum were the same before and after.</summary>
    Checked,
}
