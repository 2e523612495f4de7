using Ingot.Catalog;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot tables</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Lake">The lake's location.</param>
/// <param name="Tables">The tables, in the order of layer and name; one when a name was given.</param>
internal sealed record TablesDocument(int Version, string Command, int ExitCode, string Lake, IReadOnlyList<TableJson> Tables)
{
    public static TablesDocument Of(string lake, IEnumerable<CatalogTable> tables) =>
        new(JsonOutput.ShapeVersion, "tables", (int)Cli.ExitCode.Ok, lake, [.. tables.Select(TableJson.Of)]);
}
