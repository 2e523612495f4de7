using Ingot.Runs;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders a plan: what a run would do, to what, and why.</summary>
internal static class PlanView
{
    /// <summary>Writes a plan.</summary>
    /// <param name="console">The console.</param>
    /// <param name="plan">The plan.</param>
    public static void Write(IAnsiConsole console, RunPlan plan)
    {
        console.WriteLines($"[bold]Plan[/] of `ingot {Markup.Escape(plan.Command)}`: {Markup.Escape(plan.Pipeline)} ({Markup.Escape(plan.Environment)}) to {Markup.Escape(plan.Lake)}");
        console.WriteLines("");
        var marks = plan.Items.Select(item => item.Action == PlannedAction.Skip ? "[grey]-[/]" : "[green]+[/]").ToList();
        var rows = plan.Items.Select(item => new[] { Words.Of(item.Step), item.Target, Words.Of(item.Action), item.Reason }).ToList();
        AlignedRows.Write(console, ["step", "target", "action", "why"], rows, marks);
        var work = plan.Items.Count(item => item.Action != PlannedAction.Skip);
        console.WriteLines("");
        console.WriteLines($"{Figures.Count(work)} to do, {Figures.Count(plan.Items.Count - work)} up to date. Nothing was changed.");
    }
}
