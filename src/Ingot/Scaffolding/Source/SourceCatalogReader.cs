using Ingot.Definition;
using Ingot.MySql;

namespace Ingot.Scaffolding.Source;

/// <summary>Reads what databases hold, with a number of queries that does not grow with their tables.</summary>
public static class SourceCatalogReader
{
    /// <summary>Reads the catalog of databases.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schemas">The databases.</param>
    /// <param name="selection">The tables that are wanted; what it leaves out is in neither list.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>The catalog.</returns>
    /// <exception cref="MySqlSourceException">A database does not exist or cannot be seen (<c>INGOT3004</c>), or the server answers with an error.</exception>
    /// <exception cref="PipelineException">A pattern of the selection matches nothing (<c>INGOT1061</c>).</exception>
    public static async Task<SourceCatalog> LoadAsync(SourceConnection connection, IReadOnlyList<string> schemas, TableSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(schemas);
        ArgumentNullException.ThrowIfNull(selection);
        var databases = await SchemaReader.ListDatabasesAsync(connection, cancellationToken).ConfigureAwait(false);
        var found = new List<TableSchema>();
        foreach (var schema in schemas.Select(schema => FindDatabase(schema, databases)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            found.AddRange(await SchemaReader.LoadDatabaseAsync(connection, schema, cancellationToken).ConfigureAwait(false));
        }

        var unmatched = selection.FindUnmatched([.. found.Select(table => (table.Schema, table.Name))]);
        if (unmatched.Count > 0)
        {
            throw new PipelineException(
                "INGOT1061", $"No table of {string.Join(", ", schemas)} matches {string.Join(", ", unmatched.Select(pattern => $"'{pattern}'"))}.",
                found.Count == 0 ? "The account sees no table there." : NearestNames.Sentence(unmatched[0].Trim('!', '*', '?', '`'), found.Select(table => table.Name)));
        }

        return CatalogRules.Build(connection.ServerVersion, found.Where(table => selection.Includes(table.Schema, table.Name)));
    }

    // A name in other case is meant when there is but one such.
    private static string FindDatabase(string wanted, IReadOnlyList<string> databases) =>
        databases.FirstOrDefault(name => name == wanted)
        ?? (databases.Where(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null)
        ?? throw new MySqlSourceException(
            MySqlErrorCodes.UnknownDatabase, $"The server has no database '{wanted}', or the account does not see it.",
            databases.Count == 0 ? "Check the name, and grant the account SELECT on it." : $"{NearestNames.Sentence(wanted, databases)} Or grant the account SELECT on it.");
}
