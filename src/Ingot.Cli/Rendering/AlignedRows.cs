using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Writes rows in columns, one line a row, without frames: readable in a terminal and easy to cut in a pipe.</summary>
internal static class AlignedRows
{
    /// <summary>Writes the rows.</summary>
    /// <param name="console">The console.</param>
    /// <param name="headers">The headers, or null for none.</param>
    /// <param name="rows">The cells, plain text, as many in each row.</param>
    /// <param name="marks">A mark before each row, markup one character wide; null for none.</param>
    /// <param name="right">The columns that are aligned to the right; null for none.</param>
    public static void Write(
        IAnsiConsole console, IReadOnlyList<string>? headers, IReadOnlyList<string[]> rows, IReadOnlyList<string>? marks = null, IReadOnlyCollection<int>? right = null)
    {
        if (rows.Count == 0)
        {
            return;
        }

        rows = [.. rows.Select(row => row.Select(Printable.Of).ToArray())];
        var widths = Enumerable.Range(0, rows[0].Length)
            .Select(column => rows.Append(headers ?? rows[0]).Max(row => row[column].Length))
            .ToList();
        var indent = marks is null ? "  " : "    ";
        if (headers is not null)
        {
            console.WriteLines($"[grey]{indent}{Line(headers, widths, right)}[/]");
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var lead = marks is null ? indent : $"  {marks[index]} ";
            console.WriteLines($"{lead}{Line(rows[index], widths, right)}");
        }
    }

    private static string Line(IReadOnlyList<string> cells, List<int> widths, IReadOnlyCollection<int>? right)
    {
        var padded = cells.Select((cell, column) => right is not null && right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        return Markup.Escape(string.Join("  ", padded).TrimEnd());
    }
}
