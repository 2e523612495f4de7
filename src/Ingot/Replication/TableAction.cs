namespace Ingot.Replication;

/// <summary>What a replication does with a table.</summary>
public enum TableAction
{
    /// <summary>The whole table is loaded.</summary>
    Load,

    /// <summary>Nothing: the source has not moved since the last complete load.</summary>
    Skip,
}
