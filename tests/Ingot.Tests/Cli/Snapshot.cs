using Ingot.TestSupport;

namespace Ingot.Tests.Cli;

/// <summary>Compares output with a file under <c>Snapshots</c>, which is written anew as <see cref="WrittenFile"/> says.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = $"tests/Ingot.Tests/Cli/Snapshots/{name}.txt";
        if (!File.Exists(RepositoryRoot.Combine(path)))
        {
            File.WriteAllText(RepositoryRoot.Combine(path), "");
        }

        WrittenFile.AssertEqual(path, actual);
    }
}
