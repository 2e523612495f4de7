using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>What the server announces on the wire must be what the table's definition says; else the table was altered in between.</summary>
internal static class WireTypes
{
    private const byte Variable = 255;

    // MYSQL_TYPE_… of the types whose values have a form of their own; all others have their length before them.
    private static readonly Dictionary<string, byte> Fixed = new(StringComparer.Ordinal)
    {
        ["tinyint"] = 1,
        ["smallint"] = 2,
        ["int"] = 3,
        ["float"] = 4,
        ["double"] = 5,
        ["timestamp"] = 7,
        ["bigint"] = 8,
        ["mediumint"] = 9,
        ["date"] = 10,
        ["time"] = 11,
        ["datetime"] = 12,
        ["year"] = 13,
    };

    private static readonly HashSet<byte> FixedNumbers = [.. Fixed.Values];

    /// <summary>Checks the columns of a result.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mappings">The columns that were asked for.</param>
    /// <param name="columns">The columns that the server announces.</param>
    /// <exception cref="MySqlSourceException">They differ.</exception>
    public static void Check(TableSchema table, IReadOnlyList<ColumnMapping> mappings, IReadOnlyList<ResultColumn> columns)
    {
        for (var i = 0; i < mappings.Count; i++)
        {
            var column = mappings[i].Column;
            var expected = Fixed.GetValueOrDefault(column.DataType, Variable);
            var isSame = i < columns.Count
                && (expected == Variable ? !FixedNumbers.Contains(columns[i].Type) : columns[i].Type == expected && (expected is 7 or 10 or 11 or 12 or 13 || columns[i].IsUnsigned == column.IsUnsigned));
            if (!isSame)
            {
                throw new MySqlSourceException(
                    MySqlErrorCodes.TableChanged,
                    $"{table.FullName} was altered while it was read: column {column.Name} is not {column.ColumnType} any more.",
                    "Run the command again.",
                    isTransient: true);
            }
        }
    }
}
