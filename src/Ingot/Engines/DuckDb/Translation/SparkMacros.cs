namespace Ingot.Engines.DuckDb.Translation;

/// <summary>The macros that translated queries call.</summary>
public static class SparkMacros
{
    /// <summary>The statements that make the macros; run them once for each DuckDB instance. They may run again.</summary>
    public static string Sql => "";
}
