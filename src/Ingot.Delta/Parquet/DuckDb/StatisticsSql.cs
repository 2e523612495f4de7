using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Turns a checkpoint's <c>stats_parsed</c> back into the JSON of <c>stats</c>.</summary>
internal static class StatisticsSql
{
    private const string MillisecondFormat = "%Y-%m-%dT%H:%M:%S.%g";

    public static string BuildJson(StructType statistics, string column) =>
        $"CASE WHEN {column} IS NULL THEN NULL ELSE CAST({Struct(statistics, column, isMax: false)} AS VARCHAR) END";

    private static string Struct(StructType type, string column, bool isMax)
    {
        var fields = type.Fields
            .Select(field => (field.Name, Json: Value(field.Type, $"{column}.{DuckDbSql.QuoteName(field.Name)}", isMax || field.Name == "maxValues")))
            .Where(field => field.Json is not null)
            .Select(field => $"{DuckDbSql.Quote(field.Name)}, {field.Json}");
        return $"json_object({string.Join(", ", fields)})";
    }

    private static string? Value(DataType type, string column, bool isMax) => type switch
    {
        StructType structure => $"CASE WHEN {column} IS NULL THEN NULL ELSE {Struct(structure, column, isMax)} END",
        PrimitiveType { Name: "timestamp" } => $"strftime({Milliseconds($"({column} AT TIME ZONE 'UTC')", isMax)}, '{MillisecondFormat}Z')",
        PrimitiveType { Name: "timestamp_ntz" } => $"strftime({Milliseconds(column, isMax)}, '{MillisecondFormat}')",
        PrimitiveType { Name: "date" } => $"CAST({column} AS VARCHAR)",
        DecimalType => $"CAST(CAST({column} AS VARCHAR) AS JSON)",
        PrimitiveType { Name: "float" or "double" } => $"CASE WHEN isfinite({column}) THEN {column} END",
        PrimitiveType { Name: "binary" } or UnknownType or ArrayType or MapType => null,
        _ => column,
    };

    /// <summary>Bounds of timestamps have milliseconds: the least rounds down, as the format does, the greatest up.</summary>
    private static string Milliseconds(string timestamp, bool isMax) => isMax ? $"({timestamp} + INTERVAL 999 MICROSECOND)" : timestamp;
}
