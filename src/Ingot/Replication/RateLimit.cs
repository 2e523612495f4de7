namespace Ingot.Replication;

/// <summary>Holds readers back so that all together keep to a limit. Thread-safe.</summary>
internal sealed class RateLimit
{
    private readonly long? _rowsPerSecond;
    private readonly long? _bytesPerSecond;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly Lock _gate = new();
    private long _freeAt;

    public RateLimit(ReplicationOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        _rowsPerSecond = options.RowsPerSecond;
        _bytesPerSecond = options.BytesPerSecond;
        _time = time;
        _cancellationToken = cancellationToken;
        _freeAt = time.GetTimestamp();
    }

    /// <summary>Counts what was read, and waits until as much may have been read.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="bytes">Bytes.</param>
    public void Wait(long rows, long bytes)
    {
        if (_rowsPerSecond is null && _bytesPerSecond is null)
        {
            return;
        }

        var seconds = Math.Max(rows / (double)(_rowsPerSecond ?? long.MaxValue), bytes / (double)(_bytesPerSecond ?? long.MaxValue));
        TimeSpan wait;
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _freeAt = Math.Max(_freeAt, now) + (long)(seconds * _time.TimestampFrequency);
            wait = _time.GetElapsedTime(now, _freeAt);
        }

        if (wait > TimeSpan.Zero)
        {
            _cancellationToken.WaitHandle.WaitOne(wait);
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
