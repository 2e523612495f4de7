using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

/// <summary>The launcher itself, over the repository that the tests stand in: its build is there already when <c>./ingot test</c> runs them.</summary>
public sealed class LauncherTests
{
    [Fact]
    public async Task It_runs_from_any_folder_by_a_link_and_with_spaces_in_the_path()
    {
        using var folder = new TemporaryFolder("ingot test ");
        var link = folder.Combine("my ingot");
        File.CreateSymbolicLink(link, RepositoryRoot.Combine("ingot"));
        var result = await CliProcess.RunProgramAsync(link, folder.Path, "--version");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("ingot ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_dotnet_command_it_says_what_to_install()
    {
        using var folder = new TemporaryFolder();
        CopyLauncher(folder);
        var bin = folder.Combine("bin");
        Directory.CreateDirectory(bin);
        foreach (var tool in new[] { "bash", "find", "sort", "cksum", "mkdir" })
        {
            File.CreateSymbolicLink(Path.Combine(bin, tool), await WhichAsync(tool));
        }

        var result = await CliProcess.RunProgramAsync("env", folder.Path, $"PATH={bin}", folder.Combine("ingot"), "run");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(".NET SDK 10 is needed", result.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet-sdk-10.0", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_output_and_nothing_is_run()
    {
        using var folder = new TemporaryFolder();
        CopyLauncher(folder);
        folder.Write("src/Ingot.Cli/Ingot.Cli.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        folder.Write("src/Ingot.Cli/Broken.cs", "this is no program");
        var result = await CliProcess.RunProgramAsync(folder.Combine("ingot"), folder.Path, "run");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("Broken.cs", result.Error, StringComparison.Ordinal);
        Assert.Contains("the build failed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_summed_with_skipped_tests_by_name_and_reason()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("a.xml", """
            <assemblies><assembly errors="0" failed="1" passed="2" skipped="1"><collection>
            <test name="A.One" result="Pass" /><test name="A.Two(text: &quot;x &lt; y&quot;)" result="Fail"><failure><message>no</message></failure></test>
            <test name="A.Three" result="Skip"><reason>../shared/x is not there &amp; more</reason></test></collection></assembly></assemblies>
            """);
        var second = folder.Write("b.xml", """<assemblies><assembly errors="0" failed="0" passed="40" skipped="0" /></assemblies>""");
        var result = await CliProcess.RunProgramAsync("awk", folder.Path, "-f", RepositoryRoot.Combine("tests/sum-reports.awk"), first, second);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("skipped: A.Three: ../shared/x is not there & more\nfailed:  A.Two(text: \"x < y\")\n42 passed, 1 failed, 1 skipped\n", result.Output);
    }

    private static void CopyLauncher(TemporaryFolder folder)
    {
        File.Copy(RepositoryRoot.Combine("ingot"), folder.Combine("ingot"));
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig" })
        {
            File.Copy(RepositoryRoot.Combine(file), folder.Combine(file));
        }

        Directory.CreateDirectory(folder.Combine("src"));
        Directory.CreateDirectory(folder.Combine("pipelines/sales/source"));
    }

    private static async Task<string> WhichAsync(string tool)
    {
        var result = await CliProcess.RunProgramAsync("bash", "/", "-c", $"command -v {tool}");
        return result.Output.Trim();
    }
}
