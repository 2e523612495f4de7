namespace Ingot.Landing;

/// <summary>The keys of the metadata in our landing files.</summary>
public static class LandingKeys
{
    /// <summary>The source table, <c>schema.table</c>.</summary>
    public const string Source = "ingot.source";

    /// <summary>The load's id.</summary>
    public const string Load = "ingot.load";

    /// <summary>The number of the load's files.</summary>
    public const string Files = "ingot.load.files";

    /// <summary>The rows that the server counted in the load's snapshot.</summary>
    public const string Rows = "ingot.load.rows";

    /// <summary>The source's position, JSON.</summary>
    public const string Position = "ingot.position";

    /// <summary>The comment of the source table.</summary>
    public const string Comment = "ingot.comment";

    /// <summary>The schema, StructType JSON.</summary>
    public const string Schema = "org.apache.spark.sql.parquet.row.metadata";
}
