using Ingot.Replication;

namespace Ingot.Tests.Replication;

public sealed class RateLimitTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    // With a token that is cancelled, a wait ends at once with an exception: nothing here takes time.
    [Theory]
    [InlineData(null, null, false)]
    [InlineData(100L, null, true)]
    [InlineData(null, 100L, true)]
    [InlineData(1000L, 1000L, true)]
    public void Rows_or_bytes_over_the_limit_wait(long? rowsPerSecond, long? bytesPerSecond, bool waits)
    {
        var limit = new RateLimit(new ReplicationOptions { RowsPerSecond = rowsPerSecond, BytesPerSecond = bytesPerSecond }, new StoppedTime(), Cancelled);
        Assert.Equal(waits, Waits(limit, 50, 50));
    }

    [Fact]
    public void Time_that_has_passed_is_not_waited_for_again_nor_saved_up()
    {
        var time = new StoppedTime();
        var limit = new RateLimit(new ReplicationOptions { RowsPerSecond = 100 }, time, Cancelled);

        time.Advance(TimeSpan.FromHours(1));
        Assert.True(Waits(limit, 50, 0), "an idle hour gives no credit");
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.False(Waits(limit, 0, 0));
        Assert.True(Waits(limit, 1, 0));
    }

    private static bool Waits(RateLimit limit, long rows, long bytes)
    {
        try
        {
            limit.Wait(rows, bytes);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private sealed class StoppedTime : TimeProvider
    {
        private long _ticks = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
