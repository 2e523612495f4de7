using Ingot.Replication;

namespace Ingot.Tests.Replication;

public sealed class ChunkGateTests
{
    private const int Large = 5_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Chunks_of_ordinary_rows_are_written_together_and_a_large_row_alone()
    {
        using var gate = new ChunkGate(3, () => { });
        var ordinary = Enumerable.Range(0, 3).Select(_ => gate.Enter(TestContext.Current.CancellationToken)).ToList();
        var large = Task.Run(() => gate.EnterAlone(Large, CancellationToken.None), TestContext.Current.CancellationToken);
        ordinary.Take(2).ToList().ForEach(gate.Leave);
        Assert.False(large.IsCompleted);
        gate.Leave(ordinary[2]);
        var entered = await large.WaitAsync(Limit, TestContext.Current.CancellationToken);

        var next = Task.Run(() => gate.Enter(CancellationToken.None), TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        gate.Leave(entered);
        gate.Leave(await next.WaitAsync(Limit, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Large, 0)]
    [InlineData(0xFFFFFF, 1)]
    public void Memory_is_given_back_before_a_row_of_16_MB(int length, int expected)
    {
        var released = 0;
        using var gate = new ChunkGate(2, () => released++);
        gate.Leave(gate.EnterAlone(length, TestContext.Current.CancellationToken));
        gate.Leave(gate.Enter(TestContext.Current.CancellationToken));
        Assert.Equal(expected, released);
    }

    [Fact]
    public async Task Cancelled_wait_gives_back_what_it_had_taken()
    {
        using var gate = new ChunkGate(2, () => { });
        var ordinary = gate.Enter(TestContext.Current.CancellationToken);
        using var cancel = new CancellationTokenSource();
        var waiting = Task.Run(() => gate.EnterAlone(Large, cancel.Token), TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Leave(ordinary);
        gate.Leave(gate.EnterAlone(Large, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Leaving_without_having_entered_does_nothing()
    {
        using var gate = new ChunkGate(1, () => { });
        gate.Leave(0);
        gate.Leave(gate.EnterAlone(Large, TestContext.Current.CancellationToken));
    }
}
