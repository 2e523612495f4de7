namespace Ingot.Engines.DuckDb;

/// <summary>The version of Spark in the footer of our Parquet files. Without it, Spark 3.5 takes dates before 1582 for those of another calendar and refuses them.</summary>
internal static class SparkFooter
{
    /// <summary>The name of the entry.</summary>
    public const string Key = "org.apache.spark.version";

    /// <summary>A version that writes the calendar that we write.</summary>
    public const string Value = "3.5.5";

    /// <summary>The option of DuckDB's COPY that leaves it.</summary>
    public const string CopyOption = $"KV_METADATA {{'{Key}': '{Value}'}}";
}
