namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Makes DuckDB SQL of a snapshot, so that rows never pass through C#.</summary>
public static class DuckDbRelation
{
    /// <summary>
    /// Builds a SELECT over the snapshot's files: the columns of the schema in order and of its types, partition columns from the log, columns that a file lacks as NULL.
    /// A table without files is an empty relation of the same columns.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>A SELECT without a semicolon; put it in parentheses to use it as a relation.</returns>
    /// <exception cref="DeltaException">The schema has a type that DuckDB's reader does not give (<see cref="DeltaErrorCode.UnsupportedFeature"/>).</exception>
    public static string BuildSelect(Snapshot snapshot) => throw new NotImplementedException(snapshot?.ToString());
}
