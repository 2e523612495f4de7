namespace Ingot.Runs;

/// <summary>A step of a run, in the order in which a run takes them.</summary>
public enum StepKind
{
    /// <summary>The demo's tables are created and filled.</summary>
    Seed,

    /// <summary>Tables are read from the source into landing.</summary>
    Replicate,

    /// <summary>Landing files become commits of bronze.</summary>
    Adopt,

    /// <summary>Models are computed and committed.</summary>
    Transform,

    /// <summary>The catalog is refreshed from the tables' logs.</summary>
    Crawl,

    /// <summary>The lake is compared with the source.</summary>
    Verify,
}
