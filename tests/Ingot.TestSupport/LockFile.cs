namespace Ingot.TestSupport;

/// <summary>A lock between test processes: held while the file is open.</summary>
public sealed class LockFile : IDisposable
{
    private readonly FileStream _stream;

    private LockFile(FileStream stream) => _stream = stream;

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The lock; dispose it to free it.</returns>
    public static async Task<LockFile> AcquireAsync(string path)
    {
        while (true)
        {
            try
            {
                return new LockFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
