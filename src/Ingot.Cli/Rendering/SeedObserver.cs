using Ingot.Runs;
using Ingot.Seeding;

namespace Ingot.Cli.Rendering;

/// <summary>Tells an observer of runs how far a seeding is, table by table. Thread-safe.</summary>
internal sealed class SeedObserver : IProgress<SeedProgress>
{
    private readonly IRunObserver _observer;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Start, long Timestamp)> _started = [];
    private readonly HashSet<string> _ended = [];

    public SeedObserver(IRunObserver observer, TimeProvider time)
    {
        _observer = observer;
        _time = time;
    }

    /// <inheritdoc/>
    public void Report(SeedProgress value)
    {
        lock (_gate)
        {
            if (_started.TryAdd(value.Table, (_time.GetUtcNow(), _time.GetTimestamp())))
            {
                _observer.Started(StepKind.Seed, value.Table);
            }

            _observer.Progressed(StepKind.Seed, value.Table, new StepProgress(value.Rows, value.TotalRows, 0));
            if (value.Rows >= value.TotalRows && _ended.Add(value.Table))
            {
                var (start, timestamp) = _started[value.Table];
                _observer.Ended(new StepResult(StepKind.Seed, value.Table, StepStatus.Succeeded, start, _time.GetElapsedTime(timestamp)) { Rows = value.Rows });
            }
        }
    }
}
