using Ingot.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingot.Cli.Rendering;

/// <summary>
/// Shows a run while it goes on, in a terminal: a line for each step that began, below it what failed and what is under way, as many as the screen holds. Thread-safe.
/// </summary>
internal sealed class LiveProgress : IRunObserver
{
    private const int BarWidth = 24;
    private const int ShownFailures = 3;
    private const int FewestShown = 4;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly Lock _state = new();
    private readonly SortedDictionary<StepKind, LiveStep> _steps = [];
    private string _note = "";

    public LiveProgress(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _time = time;
    }

    /// <summary>Shows the progress of work until it ends, then takes it off the screen.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">The work; it tells this observer.</param>
    /// <returns>The result of the work.</returns>
    public Task<T> ShowAsync<T>(Func<Task<T>> work) =>
        _console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
        {
            var running = work();
            for (var frame = 0; !running.IsCompleted; frame++)
            {
                display.UpdateTarget(Build(frame));
                display.Refresh();
                await Task.WhenAny(running, Task.Delay(Refresh, _time)).ConfigureAwait(false);
            }

            return await running.ConfigureAwait(false);
        });

    /// <inheritdoc/>
    public void Planned(RunPlan plan)
    {
        lock (_state)
        {
            foreach (var step in plan.Items.GroupBy(item => item.Step))
            {
                StepOf(step.Key).Tally.Plan(step);
            }
        }
    }

    /// <inheritdoc/>
    public void Started(StepKind step, string target)
    {
        lock (_state)
        {
            _note = "";
            StepOf(step).Running[target] = new RunningTarget(step, target, _time.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    public void Progressed(StepKind step, string target, StepProgress progress)
    {
        lock (_state)
        {
            var running = StepOf(step).Running;
            if (running.TryGetValue(target, out var before))
            {
                running[target] = before with { Progress = progress };
            }
        }
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        lock (_state)
        {
            var step = StepOf(result.Step);
            step.Running.Remove(result.Target);
            step.Tally.Add(result);
            if (result.Status == StepStatus.Failed)
            {
                step.Failures.Add(result.Target);
            }
        }
    }

    /// <inheritdoc/>
    public void Noted(string message)
    {
        lock (_state)
        {
            _note = message;
        }
    }

    /// <summary>Builds what is on the screen.</summary>
    /// <param name="frame">Counts the refreshes, for what turns.</param>
    /// <returns>The lines.</returns>
    internal IRenderable Build(int frame)
    {
        lock (_state)
        {
            // The step that the run is at is shown before its first target begins.
            var next = _steps.Where(step => step.Value.Tally.Ended < step.Value.Tally.Planned).Select(step => step.Value).FirstOrDefault();
            var steps = _steps.Where(step => step.Value.Running.Count > 0 || step.Value.Tally.Ended > 0 || step.Value == next).ToList();
            var lines = new List<string>();
            if (steps.Count == 0 && _note.Length == 0)
            {
                lines.Add($"  {Turning(frame)} [grey]looking at what is there[/]");
            }

            var room = _console.Profile.Height - 2 - steps.Count - (_note.Length > 0 ? 1 : 0);
            foreach (var (kind, step) in steps)
            {
                lines.Add(StepLine(kind, step, frame));
                var targets = FailureLines(step).Concat(TargetLines(step, Math.Max(FewestShown, room - Math.Min(step.Failures.Count, ShownFailures + 1)))).ToList();
                room -= targets.Count;
                lines.AddRange(targets);
            }

            if (_note.Length > 0)
            {
                lines.Add($"[grey]{Markup.Escape(_note)}[/]");
            }

            return new Rows(lines.TakeLast(Math.Max(FewestShown, _console.Profile.Height - 2)).Select(line => new Markup(line) { Overflow = Overflow.Ellipsis }));
        }
    }

    private string Turning(int frame) => $"[gold1]{(_console.Profile.Capabilities.Unicode ? Frames[frame % Frames.Length] : "*")}[/]";

    private string StepLine(StepKind kind, LiveStep step, int frame)
    {
        var isRunning = step.Running.Count > 0 || step.Tally.Ended < step.Tally.Planned;
        var sums = step.Tally.Summarize();
        var mark = isRunning
            ? Turning(frame)
            : sums.Failed > 0 ? StatusMark.Bad(_console) : StatusMark.Good(_console);
        var parts = new List<string> { $"  {mark} [bold]{Words.Of(kind),-9}[/]" };
        if (isRunning && step.Tally.IsMany)
        {
            parts.Add($"{Figures.Count(step.Tally.Ended)} of {Figures.Count(step.Tally.Planned, StepSummary.NounOf(kind))}");
        }
        else if (step.Tally.Ended > 0)
        {
            parts.Add(sums.Targets());
        }

        if (sums.Rows is { } rows)
        {
            parts.Add(Figures.Count(rows, "row"));
        }

        if (!isRunning)
        {
            parts.Add($"[grey]{Figures.Duration(sums.Duration)}[/]");
        }

        return string.Join("  ", parts);
    }

    private IEnumerable<string> FailureLines(LiveStep step)
    {
        var lines = step.Failures.Take(ShownFailures).Select(target => $"      {StatusMark.Bad(_console)} {Markup.Escape(Printable.Of(target))} failed");
        return step.Failures.Count > ShownFailures ? lines.Append($"      {StatusMark.Bad(_console)} and {Figures.Count(step.Failures.Count - ShownFailures)} more") : lines;
    }

    /// <summary>The targets under way: those first that have rows, then in the order in which they began.</summary>
    private IEnumerable<string> TargetLines(LiveStep step, int room)
    {
        var running = step.Running.Values.OrderByDescending(target => target.Progress.Rows > 0).ThenBy(target => target.Started).ToList();
        var shown = running.Count <= room ? running : running[..(room - 1)];
        var width = Math.Clamp(shown.Select(target => target.Target.Length).DefaultIfEmpty(0).Max(), 24, Math.Max(24, _console.Profile.Width - 64));
        var lines = shown.Select(target => TargetLine(target, width));
        return shown.Count < running.Count ? lines.Append($"      [grey]and {Figures.Count(running.Count - shown.Count)} more under way[/]") : lines;
    }

    private string TargetLine(RunningTarget target, int width)
    {
        var progress = target.Progress;
        var elapsed = _time.GetElapsedTime(target.Started).TotalSeconds;
        var rate = progress.Rows > 0 && elapsed > 0.2 ? Figures.Rate(progress.Rows / elapsed) : "";
        var text = Printable.Of(target.Target);
        var name = Markup.Escape(text.Length > width ? text[..(width - 1)] + "…" : text.PadRight(width));
        if (progress.TotalRows is not > 0)
        {
            return $"      {name}{(progress.Rows > 0 ? $"  {Figures.Count(progress.Rows),12}  [grey]{rate}[/]" : "")}";
        }

        var share = Math.Clamp((double)progress.Rows / progress.TotalRows.Value, 0, 1);
        var full = (int)(share * BarWidth);
        var (done, left) = _console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '-');
        return $"      {name}  [gold1]{new string(done, full)}[/][grey]{new string(left, BarWidth - full)}[/] {(int)(share * 100),3} %  {Figures.Count(progress.Rows),12}  [grey]{rate}[/]";
    }

    private LiveStep StepOf(StepKind step)
    {
        if (!_steps.TryGetValue(step, out var live))
        {
            _steps[step] = live = new LiveStep(new StepTally(step));
        }

        return live;
    }

    private sealed record LiveStep(StepTally Tally)
    {
        public Dictionary<string, RunningTarget> Running { get; } = new(StringComparer.Ordinal);

        public List<string> Failures { get; } = [];
    }
}
