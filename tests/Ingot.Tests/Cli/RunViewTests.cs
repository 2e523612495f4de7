using Ingot.Cli;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Runs;

namespace Ingot.Tests.Cli;

public sealed class RunViewTests
{
    private static readonly IReadOnlyList<MonthlySales> Sales =
        [.. Enumerable.Range(1, 14).Select(month => new MonthlySales($"{2025 + (month / 13)}-{((month - 1) % 12) + 1:00}", 10_000 * month))];

    [Fact]
    public void The_summary_shows_steps_expectations_and_sales()
    {
        using var terminal = new TestTerminal();
        RunView.Write(terminal.Console, SampleRun.Succeeded, Sales, verbose: false);
        RunView.WriteNext(terminal.Console, [("ingot verify", "prove it"), ("ingot query \"SELECT 1\"", "look")]);
        Snapshot.Matches("run", terminal.Output);
    }

    [Fact]
    public void Verbose_lists_each_target_with_its_reason()
    {
        using var terminal = new TestTerminal();
        RunView.Write(terminal.Console, SampleRun.Succeeded, [], verbose: true);
        Snapshot.Matches("run-verbose", terminal.Output);
    }

    [Fact]
    public void A_failed_run_says_what_failed_and_that_the_last_good_state_stays()
    {
        using var terminal = new TestTerminal();
        RunView.Write(terminal.Console, SampleRun.Failed, [], verbose: false);
        ErrorView.Write(terminal.Terminal, RunErrors.Of(SampleRun.Failed), verbose: false);
        Snapshot.Matches("run-failed", $"{terminal.Output}--- standard error\n{terminal.Error}");
    }

    [Fact]
    public void A_plan_says_what_is_done_to_what_and_why()
    {
        using var terminal = new TestTerminal();
        PlanView.Write(terminal.Console, SampleRun.Plan, verbose: false);
        Snapshot.Matches("plan", terminal.Output);
    }

    [Fact]
    public void The_summary_of_many_tables_names_the_longest()
    {
        using var terminal = new TestTerminal();
        RunView.Write(terminal.Console, ManyTables.Run, [], verbose: false);
        Snapshot.Matches("run-many", terminal.Output);
    }

    [Fact]
    public void A_plan_for_many_tables_counts_them_by_what_is_done()
    {
        using var terminal = new TestTerminal();
        PlanView.Write(terminal.Console, ManyTables.Run.Plan, verbose: false);
        Snapshot.Matches("plan-many", terminal.Output);
    }

    [Fact]
    public void A_plan_for_many_tables_lists_each_when_asked()
    {
        using var terminal = new TestTerminal();
        PlanView.Write(terminal.Console, ManyTables.Run.Plan, verbose: true);
        Assert.All(ManyTables.Run.Plan.Items, item => Assert.Contains(item.Target, terminal.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verification_of_many_tables_lists_those_that_differ()
    {
        using var terminal = new TestTerminal();
        VerifyView.Write(terminal.Console, ManyTables.Verified, verbose: false);
        Snapshot.Matches("verify-many", terminal.Output);
    }

    [Fact]
    public void The_documents_of_runs_and_plans_keep_their_shape()
    {
        using var terminal = new TestTerminal();
        JsonOutput.Write(terminal.Terminal.Output, RunDocument.Of(SampleRun.Failed, verbose: false));
        JsonOutput.Write(terminal.Terminal.Output, PlanDocument.Of(SampleRun.Plan));
        Snapshot.Matches("run-json", terminal.Output);
    }

    [Theory]
    [InlineData(RunStatus.Succeeded, ExitCode.Ok)]
    [InlineData(RunStatus.Failed, ExitCode.RunFailed)]
    [InlineData(RunStatus.ExpectationsFailed, ExitCode.ExpectationsFailed)]
    [InlineData(RunStatus.Cancelled, ExitCode.Cancelled)]
    internal void Each_status_has_its_exit_code(RunStatus status, ExitCode expected) =>
        Assert.Equal(expected, RunErrors.ExitCodeOf(SampleRun.Succeeded with { Status = status }));

    [Fact]
    public void A_definition_error_that_ends_a_run_is_usage() =>
        Assert.Equal(
            ExitCode.Usage,
            RunErrors.ExitCodeOf(SampleRun.Succeeded with { Status = RunStatus.Failed, Error = new PipelineException("INGOT1040", "No model 'x'.") }));
}
