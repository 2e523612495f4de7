namespace Ingot.TestSupport;

/// <summary>Tools and corpora that stand beside the repository, in <c>../shared</c>. A test that needs one that is not there is skipped by name.</summary>
public static class SharedTools
{
    /// <summary>The reason of the skip, for <c>Assert.SkipUnless</c>.</summary>
    /// <param name="relativePath">The path below <c>../shared</c>.</param>
    /// <returns>One sentence.</returns>
    public static string MissingReason(string relativePath) => $"../shared/{relativePath} is not there";

    /// <summary>Finds a tool.</summary>
    /// <param name="relativePath">The path below <c>../shared</c>, with forward slashes, of a file or a folder.</param>
    /// <returns>The absolute path, or null when it is not there.</returns>
    public static string? TryFind(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", relativePath));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    /// <summary>The folder for installed copies of tools, kept between runs and ignored by git. Made when it is not there.</summary>
    /// <param name="name">The tool's folder name.</param>
    /// <returns>The absolute path.</returns>
    public static string CacheFolder(string name) => Directory.CreateDirectory(RepositoryRoot.Combine($".ingot/tools/{name}")).FullName;
}
