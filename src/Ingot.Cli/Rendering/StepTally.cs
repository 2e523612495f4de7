using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>Sums up the targets of one step as they end, and keeps none of them. Not thread-safe.</summary>
internal sealed class StepTally
{
    /// <summary>So many targets of a step have a line each; more are told by their sums, and by name only what stands out.</summary>
    public const int Few = 20;

    private readonly StepKind _step;
    private int _todo;
    private int _done;
    private int _skipped;
    private int _failed;
    private int _blocked;
    private long? _rows;
    private long? _bytes;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    public StepTally(StepKind step) => _step = step;

    /// <summary>The targets that the plan has; 0 where there is no plan.</summary>
    public int Planned { get; private set; }

    /// <summary>The targets that ended.</summary>
    public int Ended => _done + _skipped + _failed + _blocked;

    /// <summary>Whether the targets that have something to do are too many for a line each.</summary>
    public bool IsMany => _todo > Few;

    /// <summary>Takes note of the plan.</summary>
    /// <param name="items">The step's lines.</param>
    public void Plan(IEnumerable<PlannedItem> items)
    {
        foreach (var item in items)
        {
            Planned++;
            _todo += item.Action == PlannedAction.Skip ? 0 : 1;
        }
    }

    /// <summary>Adds a target that ended.</summary>
    /// <param name="result">What became of it.</param>
    public void Add(StepResult result)
    {
        switch (result.Status)
        {
            case StepStatus.Succeeded:
                _done++;
                _rows = Sum(_rows, result.Rows);
                _bytes = Sum(_bytes, result.Bytes);
                break;
            case StepStatus.Skipped:
                _skipped++;
                break;
            case StepStatus.Failed:
                _failed++;
                break;
            default:
                _blocked++;
                break;
        }

        var ended = result.Started + result.Duration;
        _first = _first < result.Started ? _first : result.Started;
        _last = _last > ended ? _last : ended;
    }

    /// <summary>The sums so far.</summary>
    /// <returns>The summary.</returns>
    public StepSummary Summarize() => new(_step, _done, _skipped, _failed, _blocked, _rows, _bytes, (_last - _first) ?? TimeSpan.Zero);

    private static long? Sum(long? sum, long? value) => value is null ? sum : (sum ?? 0) + value;
}
