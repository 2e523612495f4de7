namespace Ingot.Delta;

/// <summary>What another commit did that a transaction cannot stand.</summary>
public enum ConflictReason
{
    /// <summary>The table was created meanwhile.</summary>
    TableCreated,

    /// <summary>The protocol changed.</summary>
    ProtocolChanged,

    /// <summary>The schema, the partition columns or a property changed.</summary>
    MetadataChanged,

    /// <summary>Files were added to a table that this transaction had read.</summary>
    FilesAdded,

    /// <summary>Files were removed from a table that this transaction had read.</summary>
    FilesRemoved,

    /// <summary>The same application made progress.</summary>
    TransactionAdvanced,

    /// <summary>Other writers were faster each time, until the budget of attempts was used up.</summary>
    TooManyAttempts,
}
