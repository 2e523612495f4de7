using Ingot.Seeding;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot seed</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Database">The database that was filled; absent with <c>--changes</c>.</param>
/// <param name="Tables">The tables that were filled; absent with <c>--changes</c>.</param>
/// <param name="Changes">What was changed, with <c>--changes</c>.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record SeedDocument(
    int Version, string Command, int ExitCode, string? Database, IReadOnlyList<SeededTableJson>? Tables, ChangesJson? Changes, double Seconds)
{
    public static SeedDocument Of(SeedResult result, TimeSpan duration) => new(
        JsonOutput.ShapeVersion,
        "seed",
        (int)Cli.ExitCode.Ok,
        result.Database,
        [.. result.Tables.Select(table => new SeededTableJson(table.Name, table.Rows))],
        null,
        Math.Round(duration.TotalSeconds, 3));

    public static SeedDocument Of(ChangesResult result, TimeSpan duration) => new(
        JsonOutput.ShapeVersion,
        "seed",
        (int)Cli.ExitCode.Ok,
        null,
        null,
        new ChangesJson(result.Transactions, result.Inserted, result.Updated, result.Deleted),
        Math.Round(duration.TotalSeconds, 3));
}
