namespace Ingot.MySql;

/// <summary>Writes names and texts for MySQL statements.</summary>
public static class MySqlText
{
    /// <summary>Writes a name in back-ticks.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The quoted name.</returns>
    public static string QuoteName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
    }

    /// <summary>Writes a text as a literal; right in every sql_mode that the session pins (backslash is an escape).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The quoted literal.</returns>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
