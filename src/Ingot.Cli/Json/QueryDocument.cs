using System.Text.Json;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot query</c>. For large results use <c>--format json</c>, which is one array and holds nothing in memory.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="RowCount">The number of rows.</param>
/// <param name="Rows">The rows, each a list of values in the order of the columns; absent when they went to a file.</param>
/// <param name="Output">The file that the rows went to.</param>
internal sealed record QueryDocument(
    int Version,
    string Command,
    int ExitCode,
    IReadOnlyList<ColumnJson>? Columns,
    long RowCount,
    IReadOnlyList<IReadOnlyList<JsonElement>>? Rows,
    string? Output);
