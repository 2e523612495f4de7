namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes a drafted pipeline into a new folder, whole or not at all: into a sibling first, which is renamed then.</summary>
public static class DraftWriter
{
    private const string Taken = "Choose another name, or add --force: the folder that is there is kept under another name. `--update` adds what is new in the source to it.";

    /// <summary>Says early what will be in the way later: a folder that is taken, or one that cannot be written.</summary>
    /// <param name="place">Where the pipeline goes.</param>
    /// <param name="force">Whether a folder that is there gives way.</param>
    /// <exception cref="PipelineException">The folder is taken (<c>INGOT1051</c>), or cannot be made (<c>INGOT1052</c>).</exception>
    public static void Check(PipelinePlace place, bool force)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (File.Exists(place.Folder))
        {
            throw new PipelineException("INGOT1051", $"'{place.Shown}' is a file.", "Choose another name.");
        }

        if (Directory.Exists(place.Folder) && !force && !IsEmpty(place.Folder))
        {
            var what = File.Exists(Path.Combine(place.Folder, Definition.DefinitionLoader.FileName)) ? "is a pipeline already" : "is there already, and not empty";
            throw new PipelineException("INGOT1051", $"The folder '{place.Shown}' {what}. Nothing in it was touched.", Taken);
        }

        var parent = Parent(place);
        while (!Directory.Exists(parent))
        {
            parent = Path.GetDirectoryName(parent)!;
        }

        Guard(place, () =>
        {
            var probe = Path.Combine(parent, $".{place.Name}.{Guid.NewGuid():N}");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return 0;
        });
    }

    /// <summary>Writes the files.</summary>
    /// <param name="place">Where the pipeline goes.</param>
    /// <param name="files">The files.</param>
    /// <param name="force">Whether a folder that is there gives way: it is renamed, and nothing of it is lost.</param>
    /// <returns>Where the folder that was there is now; null when there was none.</returns>
    /// <exception cref="PipelineException">The folder is taken (<c>INGOT1051</c>), or cannot be written (<c>INGOT1052</c>); there is nothing of the new one then.</exception>
    public static string? Write(PipelinePlace place, IReadOnlyList<DraftFile> files, bool force)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(files);
        Check(place, force);
        return Guard(place, () =>
        {
            Directory.CreateDirectory(Parent(place));
            var temporary = Path.Combine(Parent(place), $".{place.Name}.{Guid.NewGuid():N}");
            try
            {
                foreach (var file in files)
                {
                    var path = Path.Combine(temporary, file.Path.Replace('/', Path.DirectorySeparatorChar));
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, file.Text);
                }

                return MoveIntoPlace(temporary, place);
            }
            finally
            {
                if (Directory.Exists(temporary))
                {
                    Directory.Delete(temporary, recursive: true);
                }
            }
        });
    }

    private static string? MoveIntoPlace(string temporary, PipelinePlace place)
    {
        if (!Directory.Exists(place.Folder))
        {
            Directory.Move(temporary, place.Folder);
            return null;
        }

        if (IsEmpty(place.Folder))
        {
            Directory.Delete(place.Folder);
            Directory.Move(temporary, place.Folder);
            return null;
        }

        var backup = place.Folder + ".bak";
        for (var number = 2; Directory.Exists(backup) || File.Exists(backup); number++)
        {
            backup = $"{place.Folder}.bak{number}";
        }

        Directory.Move(place.Folder, backup);
        try
        {
            Directory.Move(temporary, place.Folder);
        }
        catch
        {
            Directory.Move(backup, place.Folder);
            throw;
        }

        return Path.Combine(Path.GetDirectoryName(place.Shown) ?? "", Path.GetFileName(backup));
    }

    private static T Guard<T>(PipelinePlace place, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException("INGOT1052", $"The folder '{place.Shown}' cannot be written: {exception.Message}", "Look at the permissions and the space of the folder that it goes into.", exception);
        }
    }

    private static string Parent(PipelinePlace place) => Path.GetDirectoryName(place.Folder)!;

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();
}
