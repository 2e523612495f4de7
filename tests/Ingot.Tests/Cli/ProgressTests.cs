using Ingot.Cli.Rendering;
using Ingot.Runs;
using Spectre.Console;

namespace Ingot.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public void A_pipe_gets_one_plain_line_a_target()
    {
        using var terminal = new TestTerminal();
        var progress = new PlainProgress(terminal.Terminal.Output, verbose: false, TimeProvider.System);
        progress.Noted("Starting a private MariaDB.");
        foreach (var step in SampleRun.Failed.Steps)
        {
            progress.Started(step.Step, step.Target);
            progress.Progressed(step.Step, step.Target, new StepProgress(1, 2, 3));
            progress.Ended(step);
        }

        Snapshot.Matches("progress-plain", terminal.Output);
    }

    [Fact]
    public void A_terminal_shows_rows_and_share_of_what_is_under_way()
    {
        using var terminal = new TestTerminal();
        var progress = new LiveProgress(terminal.Console, TimeProvider.System);
        progress.Started(StepKind.Replicate, "shop.clients");
        progress.Ended(SampleRun.Succeeded.Steps[1]);
        progress.Started(StepKind.Replicate, "shop.sales_items");
        progress.Progressed(StepKind.Replicate, "shop.sales_items", new StepProgress(58_000, 100_000, 1_000_000));
        progress.Started(StepKind.Adopt, "bronze.clients");
        progress.Noted("One note.");
        terminal.Console.Write(progress.Build(0));
        Snapshot.Matches("progress-live", terminal.Output);
    }

    [Fact]
    public void Of_many_tables_a_pipe_gets_sums_and_what_stands_out()
    {
        using var terminal = new TestTerminal();
        var progress = new PlainProgress(terminal.Terminal.Output, verbose: false, TimeProvider.System);
        progress.Planned(ManyTables.Run.Plan);
        progress.Beat();
        var count = 0;
        foreach (var step in ManyTables.Run.Steps)
        {
            progress.Started(step.Step, step.Target);
            if (++count % 250 == 0)
            {
                progress.Progressed(step.Step, step.Target, new StepProgress(300, 1_000, 3));
                progress.Beat();
            }

            progress.Ended(step);
        }

        Snapshot.Matches("progress-plain-many", terminal.Output);
    }

    [Fact]
    public void Of_many_tables_a_pipe_gets_every_line_when_asked()
    {
        using var terminal = new TestTerminal();
        var progress = new PlainProgress(terminal.Terminal.Output, verbose: true, TimeProvider.System);
        progress.Planned(ManyTables.Run.Plan);
        foreach (var step in ManyTables.Run.Steps)
        {
            progress.Started(step.Step, step.Target);
            progress.Ended(step);
        }

        progress.Beat();
        Assert.Equal(2 * ManyTables.Run.Steps.Count, terminal.Output.Count(character => character == '\n'));
    }

    [Fact]
    public void A_terminal_keeps_many_tables_on_one_screen()
    {
        using var terminal = new TestTerminal();
        var progress = new LiveProgress(terminal.Console, TimeProvider.System);
        progress.Planned(ManyTables.Run.Plan);
        terminal.Console.Write(progress.Build(0));
        terminal.Console.WriteLine("---");
        foreach (var step in ManyTables.Run.Steps.Take(700))
        {
            progress.Started(step.Step, step.Target);
            progress.Ended(step);
        }

        foreach (var step in ManyTables.Run.Steps.Skip(700).Take(100))
        {
            progress.Started(step.Step, step.Target);
        }

        terminal.Console.Write(progress.Build(0));
        Snapshot.Matches("progress-live-many", terminal.Output);
    }

    [Fact]
    public async Task The_result_and_the_error_of_the_work_come_through_the_live_display()
    {
        using var terminal = new TestTerminal(isInteractive: true);
        var progress = new LiveProgress(terminal.Console, TimeProvider.System);
        Assert.Equal(7, await progress.ShowAsync(() => Task.FromResult(7)));
        await Assert.ThrowsAsync<PipelineException>(() => progress.ShowAsync<int>(() => throw new PipelineException("INGOT2000", "x")));
    }
}
