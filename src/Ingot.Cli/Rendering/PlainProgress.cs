using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>
/// Tells of a run in plain lines: for pipes, CI and logs. A step with few targets has a line for each that ended. One with many has a line now and then and one at its end; lines of their own
/// have the targets that failed, those that took long, and the first ones with something to know. Thread-safe.
/// </summary>
internal sealed class PlainProgress : IRunObserver
{
    /// <summary>How often a step with many targets says that it goes on.</summary>
    public static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(5);

    private const int ShownNotes = 10;

    private readonly TextWriter _writer;
    private readonly bool _verbose;
    private readonly TimeProvider _time;
    private readonly Lock _lines = new();
    private readonly SortedDictionary<StepKind, StepTally> _steps = [];
    private readonly List<RunningTarget> _running = [];
    private int _notes;

    /// <summary>Makes an observer.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="verbose">Whether each target is told of, also those that were left out, with the reasons.</param>
    /// <param name="time">The clock.</param>
    public PlainProgress(TextWriter writer, bool verbose, TimeProvider time)
    {
        _writer = writer;
        _verbose = verbose;
        _time = time;
    }

    /// <inheritdoc/>
    public void Planned(RunPlan plan)
    {
        lock (_lines)
        {
            foreach (var step in plan.Items.GroupBy(item => item.Step))
            {
                TallyOf(step.Key).Plan(step);
            }
        }
    }

    /// <inheritdoc/>
    public void Started(StepKind step, string target)
    {
        lock (_lines)
        {
            _running.Add(new RunningTarget(step, target, _time.GetTimestamp()));
            if (_verbose)
            {
                WriteLine($"{Words.Of(step),-9}  {target}  started");
            }
        }
    }

    /// <inheritdoc/>
    public void Progressed(StepKind step, string target, StepProgress progress)
    {
        lock (_lines)
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
        lock (_lines)
        {
            _running.RemoveAll(running => running.Step == result.Step && running.Target == result.Target);
            var tally = TallyOf(result.Step);
            tally.Add(result);
            var grouped = tally.IsMany && !_verbose;
            if (grouped ? StandsOut(result) : _verbose || result.Status is StepStatus.Succeeded or StepStatus.Failed)
            {
                WriteLine(LineOf(result));
            }

            if (grouped && tally.Ended == tally.Planned)
            {
                WriteLine(LineOf(tally.Summarize()));
            }
        }
    }

    /// <inheritdoc/>
    public void Noted(string message)
    {
        lock (_lines)
        {
            WriteLine(message);
        }
    }

    /// <summary>Says how far the step is that the run is at, when it has many targets: called every <see cref="BetweenBeats"/>.</summary>
    public void Beat()
    {
        lock (_lines)
        {
            var (step, tally) = _steps.FirstOrDefault(entry => entry.Value.Ended < entry.Value.Planned);
            if (tally is { IsMany: true } && !_verbose)
            {
                WriteLine(BeatOf(step, tally, [.. _running.Where(target => target.Step == step)]));
            }
        }
    }

    private static string BeatOf(StepKind step, StepTally tally, List<RunningTarget> running)
    {
        var sums = tally.Summarize();
        var parts = new List<string> { $"{Words.Of(step),-9}", $"{Figures.Count(tally.Ended)} of {Figures.Count(tally.Planned, StepSummary.NounOf(step))}" };
        if (sums.Failed > 0)
        {
            parts.Add($"{Figures.Count(sums.Failed)} failed");
        }

        if (((sums.Rows ?? 0) + running.Sum(target => target.Progress.Rows)) is > 0 and var rows)
        {
            parts.Add(Figures.Count(rows, "row"));
        }

        // The one that began first is the one that a reader may wonder about.
        if (running.Where(target => target.Progress.Rows > 0).DefaultIfEmpty(running.FirstOrDefault()).MinBy(target => target?.Started) is { } longest)
        {
            var share = longest.Progress switch
            {
                { Rows: > 0, TotalRows: > 0 and var total } => $" ({(int)(Math.Clamp((double)longest.Progress.Rows / total, 0, 1) * 100)} % of {Figures.Count(total, "row")})",
                _ => "",
            };
            parts.Add($"now {longest.Target}{share}");
        }

        return string.Join("  ", parts);
    }

    private static string LineOf(StepSummary step)
    {
        var parts = new List<string> { $"{Words.Of(step.Step),-9}", step.Targets() };
        AddFigures(parts, step.Rows, step.Bytes, step.Duration);
        return string.Join("  ", parts);
    }

    private static void AddFigures(List<string> parts, long? rows, long? bytes, TimeSpan duration)
    {
        if (rows is not null)
        {
            parts.Add(Figures.Count(rows.Value, "row"));
        }

        if (bytes is not null)
        {
            parts.Add(Figures.Bytes(bytes.Value));
        }

        parts.Add(Figures.Duration(duration));
    }

    private bool StandsOut(StepResult result) =>
        result.Status == StepStatus.Failed || result.Duration >= BetweenBeats || (result.Notes.Count > 0 && ++_notes <= ShownNotes);

    private string LineOf(StepResult result)
    {
        var parts = new List<string> { $"{Words.Of(result.Step),-9}", result.Target };
        if (result.Status != StepStatus.Succeeded)
        {
            parts.Add(Words.Of(result.Status));
        }

        AddFigures(parts, result.Rows, result.Bytes, result.Duration);
        parts.AddRange(result.Notes);
        if (result.Reason.Length > 0 && _verbose)
        {
            parts.Add(result.Reason);
        }

        return string.Join("  ", parts);
    }

    private StepTally TallyOf(StepKind step)
    {
        if (!_steps.TryGetValue(step, out var tally))
        {
            _steps[step] = tally = new StepTally(step);
        }

        return tally;
    }

    private void WriteLine(string line)
    {
        _writer.WriteLine(Printable.Of(line));
        _writer.Flush();
    }
}
