using Ingot.PrivateServer;

namespace Ingot.Tests.PrivateServer;

public sealed class PrivateMariaDbTests
{
    [Fact]
    public async Task A_folder_that_cannot_be_used_is_named_with_the_way_out()
    {
        var folder = Path.Combine(Path.GetTempPath(), new string('x', 300));
        var error = await Assert.ThrowsAsync<PipelineException>(() => PrivateMariaDb.AcquireAsync(folder, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("INGOT2104", error.Code);
        Assert.Contains(folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("--source", error.NextStep, StringComparison.Ordinal);
    }
}
