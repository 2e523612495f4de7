using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingot.Delta.Storage;

/// <summary>A table in a folder of this machine. Commits are hard links of a synced file, so that of two writers one wins and a torn commit cannot be.</summary>
public sealed partial class LocalStorage : DeltaStorage
{
    /// <summary>Makes a storage; the folder need not be there.</summary>
    /// <param name="folder">The table's root.</param>
    public LocalStorage(string folder)
    {
        Location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    }

    /// <inheritdoc/>
    public override string Location { get; }

    /// <inheritdoc/>
    public override string Resolve(string path) =>
        path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal) ? path : $"{Location}/{path}";

    /// <inheritdoc/>
    public override async Task<byte[]?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(Resolve(path), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("read", path, exception);
        }
    }

    /// <inheritdoc/>
    public override async Task<bool> PutIfAbsentAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var target = Resolve(path);
        var scratch = ScratchBeside(target);
        try
        {
            await WriteSyncedAsync(scratch, content, cancellationToken).ConfigureAwait(false);
            if (Link(scratch, target) != 0)
            {
                var error = Marshal.GetLastPInvokeError();
                return error == AlreadyExists ? false : throw Failed("commit", path, new Win32Exception(error));
            }

            SyncFolder(Path.GetDirectoryName(target)!);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("write", path, exception);
        }
        finally
        {
            TryDelete(scratch);
        }
    }

    /// <inheritdoc/>
    public override async Task PutAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var scratch = ScratchBeside(Resolve(path));
        try
        {
            await WriteSyncedAsync(scratch, content, cancellationToken).ConfigureAwait(false);
            await PutFileAsync(path, scratch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("write", path, exception);
        }
        finally
        {
            TryDelete(scratch);
        }
    }

    /// <inheritdoc/>
    public override Task PutFileAsync(string path, string localFile, CancellationToken cancellationToken)
    {
        try
        {
            var target = Resolve(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (var handle = File.OpenHandle(localFile, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(localFile, target, overwrite: true);
            SyncFolder(Path.GetDirectoryName(target)!);
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("write", path, exception);
        }
    }

    /// <inheritdoc/>
    public override string NewScratchFile()
    {
        var folder = $"{Location}/_delta_log";
        Directory.CreateDirectory(folder);
        return ScratchBeside($"{folder}/scratch");
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<StoredFile> ListAsync(
        string folder,
        string? startAfter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in List(folder, startAfter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<StoredFile?> TryHeadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Resolve(path));
        return Task.FromResult(file.Exists ? new StoredFile(path, file.Length, file.LastWriteTimeUtc) : null);
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(Resolve(path));
            return Task.CompletedTask;
        }
        catch (DirectoryNotFoundException)
        {
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("delete", path, exception);
        }
    }

    /// <summary>EEXIST on Linux and macOS.</summary>
    private const int AlreadyExists = 17;

    private static string ScratchBeside(string target) =>
        $"{Path.GetDirectoryName(target)}/.{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp";

    private static async Task WriteSyncedAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        await RandomAccess.WriteAsync(handle, content, 0, cancellationToken).ConfigureAwait(false);
        RandomAccess.FlushToDisk(handle);
    }

    private static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, 0);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (IOException)
        {
            // A hidden leftover is in nobody's way.
        }
    }

    private List<StoredFile> List(string folder, string? startAfter)
    {
        var result = new List<StoredFile>();
        try
        {
            foreach (var file in new DirectoryInfo(Resolve(folder)).EnumerateFiles())
            {
                // Exists reads what Length and the time are taken from: another writer's staged file may have gone by now.
                if ((startAfter is null || string.CompareOrdinal(file.Name, startAfter) > 0) && file.Exists)
                {
                    result.Add(new StoredFile($"{folder}/{file.Name}", file.Length, file.LastWriteTimeUtc));
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            return result;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("list", folder, exception);
        }

        result.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return result;
    }

    private DeltaException Failed(string verb, string path, Exception exception) =>
        new(DeltaErrorCode.StorageFailed, $"Cannot {verb} '{path}' of the table {Location}: {exception.Message}", exception) { IsTransient = true };

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
