using System.Globalization;
using Ingot.Delta;

namespace Ingot.Transform;

/// <summary>
/// The folders of a model's table that runs have written, one a run. Only the holder of the lake's lock writes or removes them.
/// </summary>
internal static class RunFolders
{
    private const string Prefix = "run-";

    /// <summary>The name of a run's folder: no leading underscore or dot, so that VACUUM of any writer sees what a killed run left.</summary>
    public static string NameOf(Guid runId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{runId:N}");

    /// <summary>Removes the folders that no version in the log's memory mentions: those of killed runs, and those of versions whose retention has ended.</summary>
    /// <param name="tableFolder">The absolute path of the table.</param>
    /// <param name="snapshot">The table as it is, or null when it was never committed.</param>
    public static void RemoveLeftovers(string tableFolder, Snapshot? snapshot)
    {
        if (!Directory.Exists(tableFolder))
        {
            return;
        }

        var mentioned = snapshot is null
            ? []
            : snapshot.Files.Select(file => file.Path).Concat(snapshot.Tombstones.Select(file => file.Path))
                .Select(path => path.Split('/')[0])
                .ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(tableFolder, Prefix + "*").Where(folder => !mentioned.Contains(Path.GetFileName(folder))))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
