using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

public sealed class WorkflowTests
{
    [Fact]
    public async Task Workflows_pass_actionlint()
    {
        var archive = SharedTools.TryFind("tools/lint.tar.xz");
        Assert.SkipUnless(archive is not null, SharedTools.MissingReason("tools/lint.tar.xz"));
        var folder = SharedTools.CacheFolder("lint");
        var actionlint = Path.Combine(folder, "bin", "actionlint");
        if (!File.Exists(actionlint))
        {
            var unpacked = await CliProcess.RunProgramAsync("tar", folder, "xJf", archive, "-C", folder);
            Assert.Equal((0, ""), (unpacked.ExitCode, unpacked.Error));
        }

        var result = await CliProcess.RunProgramAsync(actionlint, RepositoryRoot.Path, "-no-color");
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }
}
