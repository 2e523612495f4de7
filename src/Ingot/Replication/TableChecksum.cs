using System.Globalization;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>CHECKSUM TABLE together with the table's columns: what tells that a table has not changed where the server has no GTIDs.</summary>
internal static class TableChecksum
{
    /// <summary>Computes it; the server reads the whole table.</summary>
    /// <returns>The checksum, or null for a view, where the account may read some columns alone, and where a value is too large for the server.</returns>
    public static async Task<long?> LoadAsync(SourceConnection connection, TableSchema table, CancellationToken cancellationToken)
    {
        SqlRows rows;
        try
        {
            rows = await connection.QueryAsync($"CHECKSUM TABLE {table.QuotedName}", cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlSourceException refused) when (refused.ServerErrorNumber is 1142 or 1143)
        {
            // The right to read some columns is not enough for it.
            return null;
        }
        catch (MySqlSourceException cut) when (cut.Code == MySqlErrorCodes.RowTooLarge)
        {
            // A checksum of cut values does not tell when they change.
            return null;
        }

        if (rows.Rows.Count == 0 || rows.Rows[0][1] is not { } text)
        {
            return null;
        }

        var sum = long.Parse(text, CultureInfo.InvariantCulture);
        foreach (var character in string.Join('|', table.Columns.Select(column => $"{column.Name} {column.ColumnType} {column.Collation}")))
        {
            sum = unchecked((sum * 31) + character);
        }

        return sum;
    }
}
