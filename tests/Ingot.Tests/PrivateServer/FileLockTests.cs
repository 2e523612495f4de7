using Ingot.PrivateServer;
using Ingot.TestSupport;

namespace Ingot.Tests.PrivateServer;

public sealed class FileLockTests
{
    [Fact]
    public void Shared_locks_stand_beside_each_other_and_keep_an_exclusive_one_away()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("a.lock");
        var first = FileLock.TryShared(path);
        var second = FileLock.TryShared(path);
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(FileLock.TryExclusive(path));
        first.Dispose();
        Assert.Null(FileLock.TryExclusive(path));
        second.Dispose();

        using var exclusive = FileLock.TryExclusive(path);
        Assert.NotNull(exclusive);
        Assert.Null(FileLock.TryShared(path));
        Assert.Null(FileLock.TryExclusive(path));
    }

    [Fact]
    public async Task A_wait_ends_with_the_lock_or_with_its_time()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("a.lock");
        var held = FileLock.TryExclusive(path)!;
        Assert.Null(await FileLock.WaitExclusiveAsync(path, TimeSpan.Zero, TestContext.Current.CancellationToken));
        var waiting = FileLock.WaitExclusiveAsync(path, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        held.Dispose();

        using var taken = await waiting;
        Assert.NotNull(taken);
    }
}
