using DuckDB.NET.Data;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Reads footers through DuckDB's metadata functions: four statements for any number of files, without an order: to sort costs DuckDB more than the footer of a small file.</summary>
internal static class FooterReader
{
    public static IReadOnlyList<StructType> ReadSchemas(DuckDBConnection connection, IReadOnlyList<string> files) =>
        [.. ReadTrees(connection, files).Select(tree => tree.Schema)];

    public static List<ParquetFooter> Read(DuckDBConnection connection, IReadOnlyList<string> files)
    {
        var trees = ReadTrees(connection, files);
        var byName = new Dictionary<string, FooterBuilder>(files.Count, StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            byName[files[i]] = new FooterBuilder(files[i], trees[i]);
        }

        var list = DuckDbSql.FileList(byName.Keys);
        foreach (var row in Query(connection, $"SELECT file_name, num_rows, CAST(file_size_bytes AS BIGINT), created_by FROM parquet_file_metadata({list})"))
        {
            byName[row.GetString(0)].SetFile(row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? string.Empty : row.GetString(3));
        }

        foreach (var row in Query(connection, $"SELECT file_name, TRY(decode(key)) AS name, TRY(decode(value)) AS text FROM parquet_kv_metadata({list}) WHERE name IS NOT NULL AND text IS NOT NULL"))
        {
            byName[row.GetString(0)].KeyValues[row.GetString(1)] = row.GetString(2);
        }

        var chunks = $"""
            SELECT file_name, column_id, stats_null_count, num_values,
                   CASE WHEN min_is_exact IS DISTINCT FROM false THEN stats_min_value END,
                   CASE WHEN max_is_exact IS DISTINCT FROM false THEN stats_max_value END
            FROM parquet_metadata({list})
            """;
        foreach (var row in Query(connection, chunks))
        {
            byName[row.GetString(0)].AddChunk(
                (int)row.GetInt64(1),
                row.IsDBNull(2) ? null : row.GetInt64(2),
                row.GetInt64(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5));
        }

        return [.. files.Select(file => byName[file].Build())];
    }

    private static List<FooterTree> ReadTrees(DuckDBConnection connection, IReadOnlyList<string> files)
    {
        var elements = files.Distinct(StringComparer.Ordinal).ToDictionary(file => file, _ => new SortedList<long, SchemaElement>(), StringComparer.Ordinal);
        var sql = $"""
            SELECT file_name, name, type, repetition_type, num_children, converted_type, logical_type, scale, "precision", column_id
            FROM parquet_schema({DuckDbSql.FileList(elements.Keys)})
            """;
        foreach (var row in Query(connection, sql))
        {
            elements[row.GetString(0)].Add(row.GetInt64(9), new SchemaElement(
                row.GetString(1),
                Text(row, 2),
                Text(row, 3),
                row.IsDBNull(4) ? 0 : (int)row.GetInt64(4),
                Text(row, 5),
                Text(row, 6),
                row.IsDBNull(7) ? 0 : (int)row.GetInt64(7),
                row.IsDBNull(8) ? 0 : (int)row.GetInt64(8)));
        }

        return [.. files.Select(file => FooterTree.Build([.. elements[file].Values]))];
    }

    private static IEnumerable<DuckDBDataReader> Query(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader;
        }
    }

    private static string Text(DuckDBDataReader row, int ordinal) => row.IsDBNull(ordinal) ? string.Empty : row.GetString(ordinal);
}
