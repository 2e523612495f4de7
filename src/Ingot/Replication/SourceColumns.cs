using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>Which columns of a table cannot land, and why.</summary>
internal static class SourceColumns
{
    /// <summary>The reason of a column that the account may not read.</summary>
    public const string NotGranted = "the account has no SELECT on it";

    /// <summary>The reason of a column that the server does not show.</summary>
    /// <param name="place">Its place in the table.</param>
    public static string NotShown(int place) => place == 1 ? "the account may not see it, or it is a key that MySQL made and hides" : "the account may not see it";

    /// <summary>Finds the columns that a load cannot or does not read.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The columns with the reason, in the table's order.</returns>
    public static IReadOnlyList<(ColumnSchema Column, string Reason)> FindLeftOut(TableSchema table) =>
        [.. table.Columns.Select(column => (Column: column, Reason: FindReason(column))).Where(entry => entry.Reason is not null).Select(entry => (entry.Column, entry.Reason!))];

    private static string? FindReason(ColumnSchema column) => column switch
    {
        { IsReadable: false } => NotGranted,
        { IsGenerated: true } => SourceTable.Computed,
        _ when TypeMapping.ReservedColumns.Contains(column.Name, StringComparer.OrdinalIgnoreCase) => $"its name is one that bronze uses itself ({string.Join(", ", TypeMapping.ReservedColumns)})",
        _ when TypeMapping.TryFindRule(column) is null => $"its type, {column.ColumnType}, is not known",
        _ => null,
    };
}
