using Ingot.TestSupport;

namespace Ingot.Tests;

/// <summary>A file of the repository that is written from code.</summary>
internal static class WrittenFile
{
    /// <summary>The environment variable that makes the tests write such files rather than compare them.</summary>
    public const string WriteVariable = "INGOT_UPDATE_SNAPSHOTS";

    /// <summary>Holds a file equal to what the code gives.</summary>
    /// <param name="relativePath">The file, relative to the repository.</param>
    /// <param name="expected">The text it has to have.</param>
    public static void AssertEqual(string relativePath, string expected)
    {
        var path = RepositoryRoot.Combine(relativePath);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(File.ReadAllText(path) == expected, $"{relativePath} is not what the code gives: run the tests once with {WriteVariable}=1, and look at the change.");
    }

    /// <summary>Holds a part of a file equal to what the code gives: the part between <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
    /// <param name="relativePath">The file, relative to the repository.</param>
    /// <param name="name">The name of the part.</param>
    /// <param name="expected">The text it has to have, with the line end after it.</param>
    public static void AssertPartEqual(string relativePath, string name, string expected)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(relativePath));
        var opening = $"<!-- {name} -->\n";
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{relativePath} has no line <!-- {name} -->.");
        start += opening.Length;
        var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        AssertEqual(relativePath, text[..start] + expected + text[end..]);
    }
}
