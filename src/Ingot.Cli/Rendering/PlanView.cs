using Ingot.Runs;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders a plan: what a run would do, to what, and why.</summary>
internal static class PlanView
{
    /// <summary>Writes a plan.</summary>
    /// <param name="console">The console.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="verbose">Whether each target is listed; else those of a step that has many are counted.</param>
    public static void Write(IAnsiConsole console, RunPlan plan, bool verbose)
    {
        console.WriteLines($"[bold]Plan[/] of `ingot {Markup.Escape(plan.Command)}`: {Markup.Escape(plan.Pipeline)} ({Markup.Escape(plan.Environment)}) to {Markup.Escape(plan.Lake)}");
        console.WriteLines("");
        var items = plan.Items.GroupBy(item => item.Step).SelectMany(step => verbose || step.Count() <= StepTally.Few ? step : CountByAction([.. step])).ToList();
        var marks = items.Select(item => item.Action == PlannedAction.Skip ? "[grey]-[/]" : "[green]+[/]").ToList();
        var rows = items.Select(item => new[] { Words.Of(item.Step), item.Target, Words.Of(item.Action), item.Reason }).ToList();
        AlignedRows.Write(console, ["step", "target", "action", "why"], rows, marks);
        var work = plan.Items.Count(item => item.Action != PlannedAction.Skip);
        console.WriteLines("");
        if (items.Count < plan.Items.Count)
        {
            console.WriteLines("[grey]--verbose lists each table and model.[/]");
        }

        console.WriteLines($"{Figures.Count(work)} to do, {Figures.Count(plan.Items.Count - work)} up to date. Nothing was changed.");
    }

    /// <summary>One line for the targets to which the same is done: with the reason when it is the same, else with those of the first.</summary>
    private static IEnumerable<PlannedItem> CountByAction(IReadOnlyList<PlannedItem> items) => items.GroupBy(item => item.Action).Select(action =>
    {
        var first = action.First();
        return action.Count() == 1 ? first : first with
        {
            Target = Figures.Count(action.Count(), StepSummary.NounOf(first.Step)),
            Reason = action.All(item => item.Reason == first.Reason) ? first.Reason : $"such as {first.Target}: {first.Reason}",
        };
    });
}
