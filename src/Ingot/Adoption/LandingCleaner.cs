using Ingot.Delta;

namespace Ingot.Adoption;

/// <summary>Takes files out of landing that bronze has had for long enough. Bronze remembers a name longer than landing keeps it, so a file is never adopted twice.</summary>
internal static class LandingCleaner
{
    /// <summary>Deletes what was adopted before a time.</summary>
    /// <param name="files">The files of a table in landing, with their identities.</param>
    /// <param name="bronze">The table.</param>
    /// <param name="adoptedBefore">Files adopted after this stay.</param>
    public static void Clean(IReadOnlyList<KeyValuePair<string, ScannedFile>> files, Snapshot bronze, DateTimeOffset adoptedBefore)
    {
        var adopted = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var tombstone in bronze.Tombstones)
        {
            adopted[BronzeFileName.IdentityOf(tombstone.Path)] = tombstone.DeletionTimestamp ?? long.MaxValue;
        }

        foreach (var file in bronze.Files)
        {
            adopted[BronzeFileName.IdentityOf(file.Path)] = file.ModificationTime;
        }

        foreach (var (identity, file) in files)
        {
            if (adopted.TryGetValue(identity, out var time) && time < adoptedBefore.ToUnixTimeMilliseconds())
            {
                File.Delete(file.FullPath);
            }
        }
    }
}
