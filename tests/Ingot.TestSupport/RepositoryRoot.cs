namespace Ingot.TestSupport;

/// <summary>The folder of the repository that the running tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The absolute path of the folder that holds <c>Ingot.slnx</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>Joins a path below the repository's folder.</summary>
    /// <param name="relativePath">A path relative to the root, with forward slashes.</param>
    /// <returns>The absolute path.</returns>
    public static string Combine(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "Ingot.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No Ingot.slnx above {AppContext.BaseDirectory}: run the tests from a build inside the repository.");
    }
}
