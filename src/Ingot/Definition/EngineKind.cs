namespace Ingot.Definition;

/// <summary>The engine that runs the models of an environment.</summary>
public enum EngineKind
{
    /// <summary>DuckDB, in the process.</summary>
    Embedded,

    /// <summary>Spark, through Spark Connect.</summary>
    Spark,
}
