using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet;
using Ingot.Lakes;
using Ingot.Landing;

namespace Ingot.Adoption;

/// <summary>Finds the files of a table in landing and reads their footers. Hidden files and folders, such as those of a load under way, are passed over.</summary>
internal sealed class LandingScanner
{
    private readonly Lake _lake;
    private readonly IParquetEngine _parquet;

    public LandingScanner(Lake lake, IParquetEngine parquet)
    {
        _lake = lake;
        _parquet = parquet;
    }

    /// <summary>The folder of a table in landing.</summary>
    public string FolderOf(TableDefinition table) =>
        new LandingFolder(_lake.LandingFolder).Table(table.Schema, table.Table).Folder;

    /// <summary>Reads what is there.</summary>
    /// <returns>The files in the order of their keys.</returns>
    /// <exception cref="PipelineException">A file has a name that landing does not know, or is cut or not Parquet.</exception>
    public async Task<IReadOnlyList<ScannedFile>> ScanAsync(TableDefinition table, CancellationToken cancellationToken)
    {
        var folder = FolderOf(table);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Key: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !file.Key.Split('/').Any(part => part.StartsWith('.') || part.StartsWith('_')))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .ToList();
        if (files.Find(file => !ScannedFile.IsKnownName(Path.GetFileName(file.Key))) is { Path: { } stranger })
        {
            throw new PipelineException(
                "INGOT2020",
                $"{stranger} is not a file of landing: expected LOAD00000001.parquet (a full load) or 20240327-014303888.parquet (changes).",
                "Move it away; the other tables go on.");
        }

        if (files.Count == 0)
        {
            return [];
        }

        var footers = await ReadFootersAsync([.. files.Select(file => file.Path)], cancellationToken).ConfigureAwait(false);
        return [.. files.Zip(footers, (file, footer) => new ScannedFile(file.Key, file.Path, footer.SizeInBytes, File.GetLastWriteTimeUtc(file.Path), footer))];
    }

    private async Task<IReadOnlyList<ParquetFooter>> ReadFootersAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        try
        {
            return await _parquet.ReadFootersAsync(paths, cancellationToken).ConfigureAwait(false);
        }
        catch (DeltaException exception) when (exception.Code == DeltaErrorCode.UnreadableFile)
        {
            throw new PipelineException(
                "INGOT2021", $"A file of landing is cut, or is not Parquet: {exception.Message}", "Write the file again, or move it away; nothing of it was adopted.", exception);
        }
    }
}
