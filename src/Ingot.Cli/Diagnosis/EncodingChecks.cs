using System.Globalization;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Cli.Diagnosis;

/// <summary>Names the text columns of a pipeline's tables that hold UTF-8 stored as latin1, by a sample of their values.</summary>
internal static class EncodingChecks
{
    private const int MostNamed = 20;
    private static readonly HashSet<string> CharacterSets = ["latin1", "utf8mb3", "utf8mb4", "utf8"];
    private static readonly HashSet<string> Types = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext"];

    /// <summary>Samples the columns.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="tables">The pipeline's tables; what is not in the source is passed over.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>A check a column, or one that says that all is well; none without text columns.</returns>
    public static async Task<IReadOnlyList<ServerCheck>> RunAsync(SourceConnection connection, IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
    {
        var found = await SchemaReader.LoadTablesAsync(connection, [.. tables.Select(table => (table.Schema, table.Table))], cancellationToken).ConfigureAwait(false);
        var sampled = found.Values
            .Where(table => !table.IsView && !table.IsSequence)
            .Select(table => table with { Columns = [.. table.Columns.Where(IsSampled)] })
            .Where(table => table.Columns.Count > 0)
            .ToList();
        var profiles = await Profiler.ProfileAsync(connection.Source, sampled, new ProfileOptions(), null, cancellationToken).ConfigureAwait(false);
        return Build(sampled.Where(profiles.ContainsKey).Select(table => (table, profiles[table])));
    }

    /// <summary>Judges profiles. Pure.</summary>
    /// <param name="profiles">The tables with their text columns and profiles.</param>
    /// <returns>The checks.</returns>
    internal static IReadOnlyList<ServerCheck> Build(IEnumerable<(TableSchema Table, TableProfile Profile)> profiles)
    {
        var all = profiles.ToList();
        var suspects =
            (from entry in all
             from column in entry.Table.Columns
             let profile = entry.Profile.Columns[column.Name]
             where profile.DoubleEncoded > 0 && profile.DoubleEncoded * 2 >= profile.NonAscii
             select Check(entry.Table, column, profile)).ToList();
        return suspects.Count == 0 && all.Count > 0
            ? [new ServerCheck("text", CheckSeverity.Good, "no double encoding", "No sampled text is UTF-8 that was stored as latin1.")]
            : suspects.Count <= MostNamed
                ? suspects
                : [.. suspects.Take(MostNamed), new ServerCheck("text", CheckSeverity.Warning, $"{suspects.Count - MostNamed} more columns", "They hold UTF-8 that was stored as latin1 too.")];
    }

    private static bool IsSampled(ColumnSchema column) =>
        column is { IsReadable: true, IsGenerated: false } && Types.Contains(column.DataType) && column.CharacterSet is { } set && CharacterSets.Contains(set);

    private static ServerCheck Check(TableSchema table, ColumnSchema column, ColumnProfile profile) => new(
        "text",
        CheckSeverity.Warning,
        $"{table.FullName}.{column.Name}",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{profile.DoubleEncoded} of {profile.NonAscii} sampled values with letters beyond ASCII are UTF-8 that a client stored as latin1, in a {column.CharacterSet} column: 'Ã¤' for 'ä'."),
        $"The load keeps them as they are. At the source: MODIFY the column to a binary type, then to CHARACTER SET utf8mb4{(column.CharacterSet == "latin1" ? "" : ", by way of latin1")}.");
}
