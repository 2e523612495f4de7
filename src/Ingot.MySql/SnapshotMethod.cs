namespace Ingot.MySql;

/// <summary>How the connections of a snapshot were brought to the same state.</summary>
public enum SnapshotMethod
{
    /// <summary>MariaDB: the transactions' own binlog positions agree; no lock.</summary>
    AgreedPosition,

    /// <summary>MySQL with GTIDs: no transaction became visible between the first connection's snapshot and the last; no lock.</summary>
    AgreedGtid,

    /// <summary>FLUSH TABLES WITH READ LOCK while the connections opened.</summary>
    GlobalReadLock,

    /// <summary>LOCK TABLES … READ on the tables while the connections opened.</summary>
    TableLocks,

    /// <summary>One connection; the position is at or before the snapshot.</summary>
    SingleConnection,
}
