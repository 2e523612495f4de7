namespace Ingot.Runs;

/// <summary>What a run will do with one target of a step.</summary>
public enum PlannedAction
{
    /// <summary>Nothing: it is up to date.</summary>
    Skip,

    /// <summary>Create and fill the demo's tables.</summary>
    Seed,

    /// <summary>Read the whole table from the source as a new load.</summary>
    Load,

    /// <summary>Commit new landing files to bronze.</summary>
    Adopt,

    /// <summary>Compute the model anew.</summary>
    Rebuild,

    /// <summary>Refresh the catalog.</summary>
    Refresh,

    /// <summary>Compare lake and source.</summary>
    Compare,
}
