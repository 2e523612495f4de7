using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Casts between the types of tables and those within expressions.</summary>
internal static class StorageCasts
{
    /// <summary>A column of a table as a value in an expression.</summary>
    public static string ToInternal(string sql, SparkType type) => DuckDbTypes.NameOf(type) == DuckDbTypes.InternalNameOf(type)
        ? sql
        : $"CAST({sql} AS {DuckDbTypes.InternalNameOf(type)})";

    /// <summary>A value as a column of the result, of just the type that is promised.</summary>
    public static string ToStorage(string sql, SparkType type) => $"CAST({sql} AS {DuckDbTypes.NameOf(type)})";
}
