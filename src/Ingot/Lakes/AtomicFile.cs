namespace Ingot.Lakes;

/// <summary>Writes files that are there whole or not at all, whatever fails in between.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file: to a temporary name in the same folder, synced, then renamed over the old one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of its bytes.</param>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
