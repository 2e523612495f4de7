using System.Globalization;
using Ingot.PrivateServer;

namespace Ingot.IntegrationTests.PrivateServer;

/// <summary>What a <see cref="LeaseHolder"/> runs in its process.</summary>
public sealed class LeaseHolderTests
{
    [Fact(Explicit = true)]
    public async Task Holds_a_lease_until_it_is_told_to_end()
    {
        var root = Environment.GetEnvironmentVariable(LeaseHolder.RootVariable);
        Assert.SkipWhen(root is null, "run by other tests only");
        await using var lease = await PrivateMariaDb.AcquireAsync(root!, cancellationToken: TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(root!, "started.part"), lease.ProcessId.ToString(CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        File.Move(Path.Combine(root!, "started.part"), Path.Combine(root!, "started"));
        while (!File.Exists(Path.Combine(root!, "end")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
