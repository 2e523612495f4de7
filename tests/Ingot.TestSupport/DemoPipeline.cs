namespace Ingot.TestSupport;

/// <summary>The demo's pipeline, <c>pipelines/sales</c>, over a database of a test.</summary>
public static class DemoPipeline
{
    /// <summary>The folder of the pipeline in the repository.</summary>
    public static string Folder => RepositoryRoot.Combine("pipelines/sales");

    /// <summary>Copies the pipeline and names the test's database in place of <c>shop</c>.</summary>
    /// <param name="folder">Takes the copy.</param>
    /// <param name="database">The database.</param>
    /// <returns>The folder of the copy.</returns>
    public static string Copy(TemporaryFolder folder, TestDatabase database)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var relative = Path.GetRelativePath(Folder, file);
            folder.Write(Path.Combine("sales", relative), relative == "ingot.yaml" ? text.Replace("shop.", $"{database.Name}.", StringComparison.Ordinal) : text);
        }

        return folder.Combine("sales");
    }

    /// <summary>The names of the files in a folder, without their endings, in order.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The names of its SQL files.</returns>
    public static IReadOnlyList<string> SqlNames(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
