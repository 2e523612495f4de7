using Ingot.TestSupport;

namespace Ingot.Tests.Cli;

/// <summary>Compares output with a file under <c>Snapshots</c>; with INGOT_UPDATE_SNAPSHOTS=1 the files are written instead.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = RepositoryRoot.Combine($"tests/Ingot.Tests/Cli/Snapshots/{name}.txt");
        if (Environment.GetEnvironmentVariable("INGOT_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is not there: run the tests once with INGOT_UPDATE_SNAPSHOTS=1 and read what they wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
