using Ingot.MySql;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Drafting;

/// <summary>What a draft is built from: what databases hold, and a look at their values.</summary>
/// <param name="Catalog">What the databases hold.</param>
/// <param name="Profiles">What a look at the values told, by table; empty without one.</param>
public sealed record SourceStudy(SourceCatalog Catalog, IReadOnlyDictionary<TableSchema, TableProfile> Profiles)
{
    /// <summary>Reads databases.</summary>
    /// <param name="source">The server.</param>
    /// <param name="databases">The databases.</param>
    /// <param name="selection">The tables that are wanted.</param>
    /// <param name="profile">Whether to look at values too.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The study; it has at least one table.</returns>
    /// <exception cref="MySqlSourceException">The server cannot be read.</exception>
    /// <exception cref="PipelineException">No database is named (<c>INGOT1054</c>), or there is no table (<c>INGOT1053</c>).</exception>
    public static async Task<SourceStudy> LoadAsync(
        MySqlSource source, IReadOnlyList<string> databases, TableSelection selection, bool profile, IStudyProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(progress);
        var catalog = await LoadCatalogAsync(source, databases, selection, progress, cancellationToken).ConfigureAwait(false);
        if (catalog.Tables.Count == 0)
        {
            throw Empty(databases, selection, catalog);
        }

        progress.CatalogRead(catalog, willProfile: profile);
        return new SourceStudy(catalog, profile
            ? await Profiler.ProfileAsync(source, catalog.Tables, new ProfileOptions(), progress, cancellationToken).ConfigureAwait(false)
            : new Dictionary<TableSchema, TableProfile>());
    }

    private static async Task<SourceCatalog> LoadCatalogAsync(
        MySqlSource source, IReadOnlyList<string> databases, TableSelection selection, IStudyProgress progress, CancellationToken cancellationToken)
    {
        progress.CatalogStarted(databases);

        // Without a database, so that a wrong name is answered with the nearest ones.
        var connection = await SourceConnection.OpenAsync(source with { Url = source.Url with { Database = null } }, cancellationToken).ConfigureAwait(false);
        await using var disposal = connection.ConfigureAwait(false);
        return databases.Count > 0
            ? await SourceCatalogReader.LoadAsync(connection, databases, selection, cancellationToken).ConfigureAwait(false)
            : throw await NoDatabaseAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<PipelineException> NoDatabaseAsync(SourceConnection connection, CancellationToken cancellationToken)
    {
        string[] own = ["information_schema", "mysql", "performance_schema", "sys"];
        var rows = await connection.QueryAsync("SHOW DATABASES", cancellationToken).ConfigureAwait(false);
        var names = rows.Rows.Select(row => row[0]!).Where(name => !own.Contains(name, StringComparer.OrdinalIgnoreCase)).Take(12).ToList();
        return new PipelineException(
            "INGOT1054",
            "The URL names no database.",
            names.Count == 0 ? "The account sees none: grant it SELECT on one, and name it at the end of the URL." : $"Name one or several at the end of the URL, with commas between. The account sees: {string.Join(", ", names)}.");
    }

    private static PipelineException Empty(IReadOnlyList<string> databases, TableSelection selection, SourceCatalog catalog)
    {
        var where = databases.Count == 1 ? $"The database {databases[0]} has" : $"The databases {string.Join(", ", databases)} have";
        var reasons = catalog.LeftOut.Take(5).Select(thing => $"{thing.Kind} {thing.Name}: {thing.Reason}").ToList();
        var seen = reasons.Count == 0 ? "" : $" Left out: {string.Join("; ", reasons)}{(catalog.LeftOut.Count > reasons.Count ? "; …" : "")}.";
        return selection.Text.Length > 0
            ? new PipelineException("INGOT1053", $"{where} no table that --tables '{selection.Text}' chooses and that can be loaded.{seen}", "Choose other tables: `*` is any text, `!` leaves out.")
            : new PipelineException("INGOT1053", $"{where} no table that can be loaded.{seen}", "Name another database, or grant the account SELECT on its tables: it sees only what it may read.");
    }
}
