using Ingot.Replication;

namespace Ingot.Tests.Replication;

public sealed class MemoryGateTests
{
    [Fact]
    public async Task Light_readers_are_in_together_and_a_heavy_one_alone()
    {
        var token = TestContext.Current.CancellationToken;
        using var gate = new MemoryGate(8);
        var light = new List<IDisposable>();
        for (var i = 0; i < 8; i++)
        {
            light.Add(await gate.EnterAsync(1, token));
        }

        var heavy = gate.EnterAsync(MemoryGate.Alone, token);
        Assert.False(heavy.IsCompleted);
        light.ForEach(room => room.Dispose());
        using (await heavy)
        {
            Assert.False(gate.EnterAsync(1, token).IsCompleted);
        }
    }

    [Fact]
    public async Task Cancelled_wait_gives_back_what_it_had_taken()
    {
        var token = TestContext.Current.CancellationToken;
        using var gate = new MemoryGate(4);
        var one = await gate.EnterAsync(1, token);
        using var cancel = new CancellationTokenSource();
        var waiting = gate.EnterAsync(MemoryGate.Alone, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        one.Dispose();
        using var whole = await gate.EnterAsync(MemoryGate.Alone, token);
        Assert.NotNull(whole);
    }
}
