namespace Ingot.MySql;

/// <summary>A part of a table: the rows whose leading key column is at or above one bound and below the other. Both null: the whole table.</summary>
/// <param name="Column">The leading column of the primary key, or null for the whole table.</param>
/// <param name="From">The lowest value as a SQL literal, inclusive; null: no bound.</param>
/// <param name="Before">The upper bound as a SQL literal, exclusive; null: no bound.</param>
public sealed record KeyRange(string? Column, string? From, string? Before)
{
    /// <summary>The whole table.</summary>
    public static KeyRange All { get; } = new(null, null, null);

    /// <summary>The condition for WHERE, or an empty text for the whole table.</summary>
    public string Condition
    {
        get
        {
            if (Column is null)
            {
                return "";
            }

            var name = MySqlText.QuoteName(Column);
            return (From, Before) switch
            {
                (null, null) => "",
                (null, not null) => $"{name} < {Before}",
                (not null, null) => $"{name} >= {From}",
                _ => $"{name} >= {From} AND {name} < {Before}",
            };
        }
    }
}
