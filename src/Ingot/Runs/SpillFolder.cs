using System.Diagnostics;
using System.Globalization;

namespace Ingot.Runs;

/// <summary>The folder in which an engine puts what does not fit in memory: one a process, below <c>.ingot/spill</c>.</summary>
internal static class SpillFolder
{
    /// <summary>Names a new folder for this process, and removes those of processes that were killed.</summary>
    /// <param name="ingotFolder">The folder of what belongs to this checkout.</param>
    /// <returns>An absolute path; the engine makes and removes it.</returns>
    public static string Prepare(string ingotFolder)
    {
        var root = Path.Combine(ingotFolder, "spill");
        if (Directory.Exists(root))
        {
            foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => !IsAlive(Path.GetFileName(folder))))
            {
                Remove(folder);
            }
        }

        MakeRoot(root);
        return Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}"));
    }

    // The engine makes its own folder, and not those above it.
    private static void MakeRoot(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only work that does not fit in memory needs it; the engine then names the folder.
        }
    }

    private static bool IsAlive(string name)
    {
        if (!int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another command removes it at the same time, or it belongs to another user: it is in nobody's way.
        }
    }
}
