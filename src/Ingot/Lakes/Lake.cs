using Ingot.Definition;

namespace Ingot.Lakes;

/// <summary>
/// A lake on disk: <c>landing/</c>, a folder a layer, and <c>_ingot/</c> with the lake's format and its lock. Thread-safe.
/// </summary>
public sealed class Lake
{
    private const string IngotFolderName = "_ingot";

    private Lake(string folder)
    {
        Folder = folder;
    }

    /// <summary>The absolute path of the lake.</summary>
    public string Folder { get; }

    /// <summary>The folder of landing: <c>landing/&lt;schema&gt;/&lt;table&gt;/</c> below it.</summary>
    public string LandingFolder => Path.Combine(Folder, "landing");

    /// <summary>The folder of what belongs to no table: format, lock, catalog.</summary>
    public string IngotFolder => Path.Combine(Folder, IngotFolderName);

    /// <summary>The root folder of a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>An absolute path; it need not exist.</returns>
    public string FolderOf(TableName table) => Path.Combine(Folder, TableName.FolderOf(table.Layer), TableFolderName.Encode(table.Name));

    /// <summary>Opens a lake, and makes it first when the folder is absent or empty.</summary>
    /// <param name="location">The lake's location as the definition gives it.</param>
    /// <returns>The lake.</returns>
    /// <exception cref="PipelineException">The folder holds something else, cannot be written, or has a newer format.</exception>
    public static Lake OpenOrCreate(string location)
    {
        var folder = LocalFolder(location);
        if (!File.Exists(LakeFormat.FileIn(Path.Combine(folder, IngotFolderName))))
        {
            RequireEmpty(folder);
            Create(folder);
        }

        return Open(location);
    }

    /// <summary>Opens a lake that exists.</summary>
    /// <param name="location">The lake's location as the definition gives it.</param>
    /// <returns>The lake.</returns>
    /// <exception cref="PipelineException">There is no lake, or it has a newer format.</exception>
    public static Lake Open(string location)
    {
        var folder = LocalFolder(location);
        var lake = new Lake(folder);
        LakeFormat.Check(lake.IngotFolder, folder);
        return lake;
    }

    /// <summary>Whether a lake of any format is at a place on disk.</summary>
    /// <param name="location">The lake's location as the definition gives it.</param>
    /// <returns>False also for a location that is not on disk.</returns>
    public static bool Exists(string location) => File.Exists(LakeFormat.FileIn(Path.Combine(location, IngotFolderName)));

    /// <summary>The tables whose folder has a Delta log, in the order of layer and name. Found by listing, not from the definition.</summary>
    /// <returns>The names.</returns>
    public IReadOnlyList<TableName> ListTables()
    {
        var tables = new List<TableName>();
        foreach (var layer in Enum.GetValues<Layer>())
        {
            var layerFolder = Path.Combine(Folder, TableName.FolderOf(layer));
            if (!Directory.Exists(layerFolder))
            {
                continue;
            }

            tables.AddRange(Directory.EnumerateDirectories(layerFolder)
                .Where(folder => Directory.Exists(Path.Combine(folder, "_delta_log")))
                .Select(folder => new TableName(layer, TableFolderName.Decode(Path.GetFileName(folder))))
                .OrderBy(table => table.Name, StringComparer.Ordinal));
        }

        return tables;
    }

    private static string LocalFolder(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (location.Contains("://", StringComparison.Ordinal) && !location.StartsWith("file://", StringComparison.Ordinal))
        {
            throw new PipelineException(
                "INGOT2001",
                $"The lake {location} is not on this machine's disk; this version of Ingot keeps lakes on disk only.",
                "Choose an environment whose lake is a folder, or give one with --lake DIR.");
        }

        return Path.GetFullPath(location.StartsWith("file://", StringComparison.Ordinal) ? new Uri(location).LocalPath : location);
    }

    private static void RequireEmpty(string folder)
    {
        if (File.Exists(folder))
        {
            throw new PipelineException("INGOT2002", $"The lake {folder} is a file, not a folder.", "Give another place with --lake DIR.");
        }

        // A lake whose making was cut off holds _ingot without a format, and nothing else.
        var stranger = Directory.Exists(folder)
            ? Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => Path.GetFileName(entry) != IngotFolderName)
            : null;
        if (stranger is not null)
        {
            throw new PipelineException(
                "INGOT2002",
                $"{folder} is not a lake: it has no {IngotFolderName}/{LakeFormat.FileName}, and it is not empty (it holds {Path.GetFileName(stranger)}).",
                "Give an empty or new folder, or a lake, with --lake DIR.");
        }
    }

    private static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, IngotFolderName));
            LakeFormat.Write(Path.Combine(folder, IngotFolderName));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new PipelineException(
                "INGOT2003", $"The lake {folder} cannot be made: {exception.Message}", "Give a folder that you may write with --lake DIR.", exception);
        }
    }
}
