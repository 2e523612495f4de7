using DuckDB.NET.Data;

namespace Ingot.Landing;

/// <summary>A load of one table on its way into landing: files are written in a hidden folder and published together, in order.</summary>
internal sealed class LoadFolder
{
    private readonly LandingTable _table;

    public LoadFolder(LandingTable table, string loadId)
    {
        _table = table;
        LoadId = loadId;
        Folder = Path.Combine(table.Folder, LandingNames.TemporaryPrefix + loadId);
    }

    /// <summary>The load's id.</summary>
    public string LoadId { get; }

    /// <summary>The hidden folder.</summary>
    public string Folder { get; }

    /// <summary>Removes what loads of the table that were killed have left: their hidden folders, and the files that they had published in part.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="table">The table.</param>
    public static void RemoveLeftovers(DuckDBConnection connection, LandingTable table)
    {
        if (!Directory.Exists(table.Folder))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(table.Folder, LandingNames.TemporaryPrefix + "*").ToList())
        {
            var loadId = Path.GetFileName(folder)[LandingNames.TemporaryPrefix.Length..];
            foreach (var file in OwnFiles(connection, table).Where(file => file.LoadId == loadId))
            {
                File.Delete(file.Path);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The path of a file that is being written.</summary>
    /// <param name="counter">The file's counter, from 1.</param>
    /// <returns>The absolute path.</returns>
    public string PathOf(int counter) => Path.Combine(Folder, LandingNames.BuildLoad(counter));

    /// <summary>Makes the hidden folder.</summary>
    public void Create() => Directory.CreateDirectory(Folder);

    /// <summary>Publishes the files: each is written through to the disk, then all are renamed in order. Files of an older load of ours go.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="count">The number of files.</param>
    /// <returns>The bytes of the files.</returns>
    public long Publish(DuckDBConnection connection, int count)
    {
        var old = OwnFiles(connection, _table).Select(file => file.Path).ToList();
        long bytes = 0;
        for (var counter = 1; counter <= count; counter++)
        {
            DurableFile.Flush(PathOf(counter));
            bytes += new FileInfo(PathOf(counter)).Length;
        }

        // An older load cannot be whole any more once its first file is replaced; so it goes first, and no mixture is ever seen as whole.
        old.ForEach(File.Delete);
        for (var counter = 1; counter <= count; counter++)
        {
            File.Move(PathOf(counter), Path.Combine(_table.Folder, LandingNames.BuildLoad(counter)), overwrite: true);
        }

        DurableFile.FlushFolder(_table.Folder);
        Directory.Delete(Folder, recursive: true);
        return bytes;
    }

    /// <summary>Removes the hidden folder and what is in it.</summary>
    public void Discard()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static List<(string Path, string LoadId)> OwnFiles(DuckDBConnection connection, LandingTable table)
    {
        var result = new List<(string, string)>();
        foreach (var file in LandingFolder.ListFiles(table).Where(file => file.IsLoad))
        {
            if (LandingFolder.ReadMetadata(connection, file).LoadId is { } loadId)
            {
                result.Add((file.Path, loadId));
            }
        }

        return result;
    }
}
