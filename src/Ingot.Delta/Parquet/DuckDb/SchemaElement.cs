namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>One element of a Parquet schema, which is a tree in depth-first order. Texts that the file does not have are empty.</summary>
internal sealed record SchemaElement(
    string Name,
    string PhysicalType,
    string Repetition,
    int Children,
    string ConvertedType,
    string LogicalType,
    int Scale,
    int Precision);
