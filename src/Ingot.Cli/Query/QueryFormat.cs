namespace Ingot.Cli.Query;

/// <summary>How the rows of a query are written.</summary>
internal enum QueryFormat
{
    /// <summary>Aligned columns for people; long results and wide tables are cut, and a note says so.</summary>
    Table,

    /// <summary>Comma-separated values with a header, as RFC 4180 has them; NULL is empty, an empty text is quoted.</summary>
    Csv,

    /// <summary>One JSON array, an object a row, a row a line.</summary>
    Json,

    /// <summary>One Parquet file.</summary>
    Parquet,
}
