using Ingot.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingot.Cli.Rendering;

/// <summary>Shows a run while it goes on, in a terminal: a line for each step that began, and below it a line for each target under way. Thread-safe.</summary>
internal sealed class LiveProgress : IRunObserver
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly Lock _state = new();
    private readonly List<RunningTarget> _running = [];
    private readonly List<StepResult> _ended = [];
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
    public void Started(StepKind step, string target)
    {
        lock (_state)
        {
            _note = "";
            _running.Add(new RunningTarget(step, target, _time.GetTimestamp()));
        }
    }

    /// <inheritdoc/>
    public void Progressed(StepKind step, string target, StepProgress progress)
    {
        lock (_state)
        {
            var index = _running.FindIndex(running => running.Step == step && running.Target == target);
            if (index >= 0)
            {
                _running[index] = _running[index] with { Progress = progress };
            }
        }
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        lock (_state)
        {
            _running.RemoveAll(running => running.Step == result.Step && running.Target == result.Target);
            _ended.Add(result);
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
            var lines = new List<string>();
            var ended = StepSummary.Of(_ended).ToDictionary(step => step.Step);
            foreach (var step in Enum.GetValues<StepKind>())
            {
                var targets = _running.Where(running => running.Step == step).ToList();
                if (targets.Count > 0 || ended.ContainsKey(step))
                {
                    lines.Add(StepLine(step, ended.GetValueOrDefault(step), targets.Count > 0, frame));
                    lines.AddRange(targets.Select(TargetLine));
                }
            }

            if (_note.Length > 0)
            {
                lines.Add($"[grey]{Markup.Escape(_note)}[/]");
            }

            return new Rows(lines.TakeLast(Math.Max(4, _console.Profile.Height - 2)).Select(line => new Markup(line) { Overflow = Overflow.Ellipsis }));
        }
    }

    private string StepLine(StepKind step, StepSummary? ended, bool isRunning, int frame)
    {
        var mark = isRunning
            ? $"[gold1]{(_console.Profile.Capabilities.Unicode ? Frames[frame % Frames.Length] : "*")}[/]"
            : ended is { Failed: > 0 } ? StatusMark.Bad(_console) : StatusMark.Good(_console);
        var parts = new List<string> { $"  {mark} [bold]{Words.Of(step),-9}[/]" };
        if (ended is not null)
        {
            parts.Add(ended.Targets());
            if (ended.Rows is { } rows)
            {
                parts.Add(Figures.Count(rows, "row"));
            }

            if (!isRunning)
            {
                parts.Add($"[grey]{Figures.Duration(ended.Duration)}[/]");
            }
        }

        return string.Join("  ", parts);
    }

    private string TargetLine(RunningTarget target)
    {
        var progress = target.Progress;
        var elapsed = _time.GetElapsedTime(target.Started).TotalSeconds;
        var rate = progress.Rows > 0 && elapsed > 0.2 ? Figures.Rate(progress.Rows / elapsed) : "";
        var name = Markup.Escape(target.Target.PadRight(24));
        if (progress.TotalRows is not > 0)
        {
            return $"      {name}{(progress.Rows > 0 ? $"  {Figures.Count(progress.Rows),12}  [grey]{rate}[/]" : "")}";
        }

        var share = Math.Clamp((double)progress.Rows / progress.TotalRows.Value, 0, 1);
        var full = (int)(share * BarWidth);
        var (done, left) = _console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '-');
        return $"      {name}  [gold1]{new string(done, full)}[/][grey]{new string(left, BarWidth - full)}[/] {(int)(share * 100),3} %  {Figures.Count(progress.Rows),12}  [grey]{rate}[/]";
    }
}
