using Ingot.Cli.Rendering;
using Ingot.Query;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingot.Cli.Query;

/// <summary>The first rows of a result, as aligned text.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows as text; null for NULL.</param>
/// <param name="IsCut">Whether there are more rows.</param>
internal sealed record TableRows(IReadOnlyList<QueryColumn> Columns, IReadOnlyList<string?[]> Rows, bool IsCut)
{
    /// <summary>The most rows that a table shows.</summary>
    public const int MostRows = 1000;

    private const int WidestCell = 60;
    private const string Null = "NULL";

    /// <summary>Takes the first rows of a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The rows.</returns>
    public static TableRows Take(QueryRows result)
    {
        var rows = new List<string?[]>();
        var cut = false;
        foreach (var row in result.Rows)
        {
            if (rows.Count == MostRows)
            {
                cut = true;
                break;
            }

            rows.Add([.. row.Select(value => value is null ? null : Cell(QueryValue.Text(value)))]);
        }

        return new TableRows(result.Columns, rows, cut);
    }

    /// <summary>Writes the rows: as many columns as a terminal is wide, all of them in a pipe.</summary>
    /// <param name="console">The console.</param>
    /// <param name="width">The width that columns may take.</param>
    public void Write(IAnsiConsole console, int width)
    {
        var widths = Columns.Select((column, index) => Rows.Select(row => Width(row[index] ?? Null)).Append(Width(Cell(column.Name))).Max()).ToList();
        var shown = Shown(widths, width);
        console.WriteLines(Line(index => $"[bold]{Pad(Cell(Columns[index].Name), widths[index], index, shown)}[/]", shown));
        console.WriteLines(Line(index => $"[grey]{new string(console.Profile.Capabilities.Unicode ? '─' : '-', widths[index])}[/]", shown));
        foreach (var row in Rows)
        {
            console.WriteLines(Line(
                index => row[index] is { } text ? Pad(text, widths[index], index, shown) : $"[grey]{Pad(Null, widths[index], index, shown)}[/]",
                shown));
        }

        console.WriteLines($"[grey]{Note(shown)}[/]");
    }

    private static string Line(Func<int, string> cell, int shown) => string.Join("  ", Enumerable.Range(0, shown).Select(cell));

    private static int Width(string text) => System.Text.Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    // Line breaks and control characters would tear the table apart.
    private static string Cell(string text)
    {
        var cut = text.Length > WidestCell ? $"{text[..(WidestCell - 1)]}…" : text;
        return cut.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? cut : string.Concat(cut.Select(character => character switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' => "\ufffd",
            _ => character.ToString(),
        }));
    }

    private static int Shown(List<int> widths, int width)
    {
        var used = 0;
        var shown = 0;
        foreach (var column in widths)
        {
            used += column + (shown == 0 ? 0 : 2);
            if (used > width && shown > 0)
            {
                break;
            }

            shown++;
        }

        return shown;
    }

    private string Pad(string text, int width, int index, int shown)
    {
        var space = new string(' ', Math.Max(0, width - Width(text)));
        var escaped = Markup.Escape(text);
        var isLast = index == shown - 1;
        return QueryValue.IsNumber(Columns[index].Type) ? space + escaped : isLast ? escaped : escaped + space;
    }

    private string Note(int shown)
    {
        var rows = IsCut ? $"the first {Figures.Count(MostRows)} rows" : Figures.Count(Rows.Count, "row");
        var columns = shown < Columns.Count ? $", {shown} of {Figures.Count(Columns.Count, "column")}" : "";
        return IsCut || shown < Columns.Count ? $"{rows}{columns}; --format csv writes all" : rows;
    }
}
