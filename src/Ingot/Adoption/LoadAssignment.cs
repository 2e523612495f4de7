using Ingot.Delta;
using Ingot.Transform;

namespace Ingot.Adoption;

/// <summary>A new landing file, the name that it is known by, and the load that it belongs to or follows.</summary>
/// <param name="File">The file.</param>
/// <param name="Identity">Its name in bronze, without the load.</param>
/// <param name="Load">The value of <c>load_id</c>.</param>
internal sealed record AssignedFile(ScannedFile File, string Identity, long Load);

/// <summary>Which new landing files are adopted, and into which load.</summary>
/// <param name="Files">The files, in the order of load and key.</param>
/// <param name="Waiting">Why other files wait, a sentence each.</param>
internal sealed record LoadAssignment(IReadOnlyList<AssignedFile> Files, IReadOnlyList<string> Waiting)
{
    /// <summary>
    /// Assigns. Our own loads count only whole; each is a load of its own. Of another writer (DMS), full load files begin a new load when one of their names is in the newest load already (a reload)
    /// or when there is none; else they belong to it. Changes follow the newest load that began before they were written.
    /// </summary>
    /// <param name="files">The new files with their identities.</param>
    /// <param name="bronze">The table as it is, or null.</param>
    /// <param name="table">The table's name, for messages.</param>
    public static LoadAssignment Build(IReadOnlyList<KeyValuePair<string, ScannedFile>> files, Snapshot? bronze, string table)
    {
        var newest = bronze is null ? 0 : BronzeState.NewestLoadOf(bronze);
        var next = newest;
        var loads = new List<(long Number, DateTimeOffset Began)>();
        var assigned = new List<AssignedFile>();
        var waiting = new List<string>();

        foreach (var load in files.Where(file => file.Value.Metadata.IsOurs).GroupBy(file => file.Value.Metadata.LoadId!).OrderBy(load => load.Key, StringComparer.Ordinal))
        {
            var mark = load.First().Value.Metadata;
            var rows = load.Sum(file => file.Value.Footer.NumRecords);
            if (load.Count() < mark.LoadFiles)
            {
                waiting.Add($"{table}: load {load.Key} is not whole ({load.Count()} of {mark.LoadFiles} files)");
                continue;
            }

            if (rows != mark.LoadRows)
            {
                throw new PipelineException(
                    "INGOT2022",
                    $"{table}: load {load.Key} has {rows} rows in landing, and the server counted {mark.LoadRows} in the same snapshot.",
                    "Remove the load's files from landing and run `ingot replicate` again.");
            }

            loads.Add((++next, load.Min(file => file.Value.LastModified)));
            assigned.AddRange(load.Select(file => new AssignedFile(file.Value, file.Key, next)));
        }

        var foreignLoads = files.Where(file => !file.Value.Metadata.IsOurs && file.Value.IsFullLoad).ToList();
        if (foreignLoads.Count > 0)
        {
            var number = newest;
            if (newest == 0 || IsReload(foreignLoads, bronze!, newest))
            {
                number = ++next;
                loads.Add((number, foreignLoads.Min(file => file.Value.LastModified)));
            }

            assigned.AddRange(foreignLoads.Select(file => new AssignedFile(file.Value, file.Key, number)));
        }

        foreach (var (identity, file) in files.Where(file => !file.Value.Metadata.IsOurs && !file.Value.IsFullLoad))
        {
            var before = loads.Where(load => load.Began <= file.LastModified).Select(load => load.Number).DefaultIfEmpty(newest).Max();
            assigned.Add(new AssignedFile(file, identity, Math.Max(before, 1)));
        }

        return new LoadAssignment([.. assigned.OrderBy(file => file.Load).ThenBy(file => file.File.Key, StringComparer.Ordinal)], waiting);
    }

    private static bool IsReload(List<KeyValuePair<string, ScannedFile>> files, Snapshot bronze, long newest)
    {
        var stems = bronze.Files.Where(file => BronzeState.LoadOf(file) == newest)
            .Select(file => BronzeFileName.StemOfIdentity(BronzeFileName.IdentityOf(file.Path)))
            .ToHashSet(StringComparer.Ordinal);
        return files.Exists(file => stems.Contains(BronzeFileName.StemOf(file.Value.Key)));
    }
}
