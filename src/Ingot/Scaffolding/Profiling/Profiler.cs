using Ingot.MySql;

namespace Ingot.Scaffolding.Profiling;

/// <summary>Looks at some rows of tables: small tables whole, of larger ones ranges of the key. Never reads a large table whole.</summary>
public static class Profiler
{
    /// <summary>Profiles tables.</summary>
    /// <param name="source">The source.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="options">How much to read.</param>
    /// <param name="progress">Hears of each table, or null.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>A profile a table; a table that could not be read has none.</returns>
    /// <exception cref="MySqlSourceException">No connection can be opened.</exception>
    public static Task<IReadOnlyDictionary<TableSchema, TableProfile>> ProfileAsync(
        MySqlSource source, IReadOnlyList<TableSchema> tables, ProfileOptions options, IProfileProgress? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        throw new NotSupportedException();
    }
}
