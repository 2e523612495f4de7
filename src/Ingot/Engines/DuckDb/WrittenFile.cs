namespace Ingot.Engines.DuckDb;

/// <summary>A Parquet file that was written.</summary>
/// <param name="Path">The path, relative to the table's folder.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record WrittenFile(string Path, long Rows, long Bytes);
