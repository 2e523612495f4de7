using Ingot.Definition;
using Ingot.Quality;
using Ingot.Runs;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders the end of a run: its steps, its expectations, and what to try next.</summary>
internal static class RunView
{
    private const int ShownExpectations = 10;
    private const int ShownNotes = 10;
    private const int ShownLongest = 3;

    /// <summary>Writes the summary of a run.</summary>
    /// <param name="console">The console.</param>
    /// <param name="result">The run.</param>
    /// <param name="sales">The sales by month; empty when the lake has no such table.</param>
    /// <param name="verbose">Whether each target is listed.</param>
    public static void Write(IAnsiConsole console, RunResult result, IReadOnlyList<MonthlySales> sales, bool verbose)
    {
        console.WriteLines("");
        WriteSteps(console, result, verbose);
        if (!verbose)
        {
            WriteLongest(console, result.Steps);
        }

        WriteNotes(console, result.Steps, verbose);
        if (result.Expectations.Count > 0)
        {
            console.WriteLines("");
            WriteExpectations(console, result.Expectations);
        }

        if (sales.Count > 0)
        {
            console.WriteLines("");
            SalesChart.Write(console, sales);
        }

        console.WriteLines("");
        console.WriteLines(Headline(result));
    }

    /// <summary>Writes the commands to try after a whole run.</summary>
    /// <param name="console">The console.</param>
    /// <param name="commands">What is typed, and what it does.</param>
    public static void WriteNext(IAnsiConsole console, IReadOnlyList<(string Line, string Meaning)> commands)
    {
        var width = commands.Max(command => command.Line.Length);
        console.WriteLines("Try next:");
        var isWide = commands.Any(command => width + command.Meaning.Length + 4 > console.Profile.Width);
        foreach (var (line, meaning) in commands)
        {
            console.WriteLines(isWide
                ? $"  [grey]{Markup.Escape(meaning)}:[/]\n    [bold]{Markup.Escape(line)}[/]"
                : $"  [bold]{Markup.Escape(line.PadRight(width))}[/]  [grey]{Markup.Escape(meaning)}[/]");
        }
    }

    private static string Headline(RunResult result)
    {
        var lake = Markup.Escape(result.Plan.Lake);
        var time = Figures.Duration(result.Duration);
        return result.Status switch
        {
            RunStatus.Succeeded => $"[green bold]Done[/] in {time}: {Markup.Escape(result.Plan.Pipeline)} is in {lake}",
            RunStatus.ExpectationsFailed => $"[red bold]Expectations not met[/] after {time}: what was committed before stays in {lake}",
            RunStatus.Cancelled => $"[yellow bold]Cancelled[/] after {time}: {lake} has its last good state",
            _ => $"[red bold]Failed[/] after {time}: {lake} has its last good state",
        };
    }

    private static void WriteSteps(IAnsiConsole console, RunResult result, bool verbose)
    {
        var rows = new List<string[]>();
        var marks = new List<string>();
        foreach (var step in StepSummary.Of(result.Steps))
        {
            rows.Add([Words.Of(step.Step), step.Targets(), step.Rows is { } count ? Figures.Count(count) : "", step.Bytes is { } bytes ? Figures.Bytes(bytes) : "", Figures.Duration(step.Duration)]);
            marks.Add(step.Failed > 0 ? StatusMark.Bad(console) : step.Blocked > 0 ? StatusMark.Warning() : StatusMark.Good(console));
            if (verbose)
            {
                foreach (var target in result.Steps.Where(target => target.Step == step.Step))
                {
                    rows.Add([
                        "", $"{target.Target}{(target.Reason.Length > 0 ? $" ({target.Reason})" : "")}", target.Rows is { } some ? Figures.Count(some) : "",
                        target.Bytes is { } size ? Figures.Bytes(size) : "", Figures.Duration(target.Duration)]);
                    marks.Add(" ");
                }
            }
        }

        AlignedRows.Write(console, ["step", "what", "rows", "bytes", "time"], rows, marks, right: [2, 3, 4]);
    }

    /// <summary>Of more targets than anybody reads, those that took longest.</summary>
    private static void WriteLongest(IAnsiConsole console, IReadOnlyList<StepResult> steps)
    {
        var done = steps.Where(step => step.Status == StepStatus.Succeeded).ToList();
        if (!done.GroupBy(step => step.Step).Any(step => step.Count() > StepTally.Few))
        {
            return;
        }

        console.WriteLines("");
        console.WriteLines("[bold]Longest[/]");
        var rows = done.OrderByDescending(step => step.Duration).Take(ShownLongest).Select(step => new[]
        {
            Words.Of(step.Step), step.Target, step.Rows is { } count ? Figures.Count(count, "row") : "", step.Bytes is { } bytes ? Figures.Bytes(bytes) : "", Figures.Duration(step.Duration),
        });
        AlignedRows.Write(console, null, [.. rows], right: [2, 3, 4]);
        console.WriteLines("  [grey]all of them: `ingot tables`, system.steps, or --verbose[/]");
    }

    private static void WriteNotes(IAnsiConsole console, IReadOnlyList<StepResult> steps, bool verbose)
    {
        var notes = steps.SelectMany(step => step.Notes.Select(note => $"{step.Target}: {note}")).ToList();
        if (notes.Count == 0)
        {
            return;
        }

        console.WriteLines("");
        console.WriteLines("[bold]Notes[/]");
        var shown = verbose ? notes.Count : ShownNotes;
        foreach (var note in notes.Take(shown))
        {
            console.WriteLines($"  {StatusMark.Warning()} {Markup.Escape(Printable.Of(note))}");
        }

        if (notes.Count > shown)
        {
            console.WriteLines($"  [grey]and {Figures.Count(notes.Count - shown)} more with --verbose[/]");
        }
    }

    private static void WriteExpectations(IAnsiConsole console, IReadOnlyList<ExpectationResult> expectations)
    {
        var broken = expectations.Where(expectation => !expectation.IsMet).OrderByDescending(expectation => expectation.Else).ThenByDescending(expectation => expectation.FailedRows).ToList();
        var models = expectations.Select(expectation => expectation.Model).Distinct().Count();
        console.WriteLines($"[bold]Expectations[/] {Figures.Count(expectations.Count)} on {Figures.Count(models, "model")}: {Figures.Count(expectations.Count - broken.Count)} met, {Figures.Count(broken.Count)} with findings");
        var rows = broken.Take(ShownExpectations).Select(Row).ToList();
        if (rows.Count > 0)
        {
            var marks = broken.Take(ShownExpectations)
                .Select(expectation => expectation.Blocks ? StatusMark.Bad(console) : StatusMark.Warning());
            AlignedRows.Write(console, null, rows, [.. marks]);
        }

        if (broken.Count > ShownExpectations)
        {
            console.WriteLines($"  [grey]and {Figures.Count(broken.Count - ShownExpectations)} more: ingot query \"SELECT * FROM system.expectations\"[/]");
        }
    }

    private static string[] Row(ExpectationResult expectation)
    {
        var action = expectation.Else switch
        {
            ExpectationAction.Drop => "dropped",
            ExpectationAction.Fail => "not committed",
            _ => "kept",
        };
        return [expectation.Model.ToString(), expectation.Name, $"{Figures.Count(expectation.FailedRows)} of {Figures.Count(expectation.Rows, "row")} {action}"];
    }
}
