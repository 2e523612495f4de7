namespace Ingot.TestSupport;

/// <summary>A new folder of one test, removed with all that is in it on disposal.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    /// <param name="prefix">The start of its name; may hold spaces.</param>
    public TemporaryFolder(string prefix = "ingot-test-") => Path = Directory.CreateTempSubdirectory(prefix).FullName;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Joins a path below the folder.</summary>
    /// <param name="relativePath">A relative path.</param>
    /// <returns>The absolute path.</returns>
    public string Combine(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Writes a file below the folder, with the folders above it.</summary>
    /// <param name="relativePath">A relative path.</param>
    /// <param name="content">The text, written as UTF-8 without a mark.</param>
    /// <returns>The absolute path of the file.</returns>
    public string Write(string relativePath, string content)
    {
        var path = Combine(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
