using System.Globalization;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;
using Ingot.Landing;
using Ingot.Runs;

namespace Ingot.Adoption;

/// <summary>
/// Makes new landing files one commit of bronze a table, each file exactly once: what was taken is told by the names in the log, so a run that was killed anywhere is simply run again.
/// </summary>
internal sealed class Adopter
{
    private const int Attempts = 5;

    private static readonly Dictionary<string, string> Properties = new()
    {
        ["delta.deletedFileRetentionDuration"] = "interval 30 days",
        ["delta.logRetentionDuration"] = "interval 30 days",
    };

    private readonly LakeTables _tables;
    private readonly LandingScanner _landing;
    private readonly FilePlacer _placer;
    private readonly TimeProvider _time;

    public Adopter(LakeTables tables, IParquetEngine parquet, DuckDbDatabase database, TimeProvider time)
    {
        _tables = tables;
        _landing = new LandingScanner(tables.Lake, parquet);
        _placer = new FilePlacer(database);
        _time = time;
    }

    /// <summary>Plans one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The line of the plan.</returns>
    public async Task<PlannedItem> PlanAsync(TableDefinition table, CancellationToken cancellationToken)
    {
        var target = NameOf(table).ToString();
        try
        {
            var bronze = await _tables.TryLoadAsync(NameOf(table), cancellationToken).ConfigureAwait(false);
            var (assignment, _) = await AssignAsync(table, bronze, cancellationToken).ConfigureAwait(false);
            return assignment.Files.Count > 0
                ? new PlannedItem(StepKind.Adopt, target, PlannedAction.Adopt, Count(assignment.Files.Count, "new file") + " in landing")
                : new PlannedItem(StepKind.Adopt, target, PlannedAction.Skip, assignment.Waiting.Count > 0 ? string.Join("; ", assignment.Waiting) : "no new files in landing");
        }
        catch (Exception exception) when (exception is PipelineException or DeltaException)
        {
            // The run says what is wrong, table by table.
            return new PlannedItem(StepKind.Adopt, target, PlannedAction.Adopt, "landing or bronze needs a look");
        }
    }

    /// <summary>Adopts what is new of one table, and takes out of landing what was adopted long enough ago.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keep">How long an adopted file stays in landing.</param>
    /// <param name="cancellationToken">Cancels the call; nothing is half adopted.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="PipelineException">A file does not fit; nothing of the table's new files was adopted.</exception>
    public async Task<StepResult> AdoptAsync(TableDefinition table, TimeSpan keep, CancellationToken cancellationToken)
    {
        var name = NameOf(table);
        var started = _time.GetTimestamp();
        var step = new StepResult(StepKind.Adopt, name.ToString(), StepStatus.Skipped, _time.GetUtcNow(), TimeSpan.Zero);
        Conflicted? conflict = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var bronze = await _tables.TryLoadAsync(name, cancellationToken).ConfigureAwait(false);
            var (assignment, scanned) = await AssignAsync(table, bronze, cancellationToken).ConfigureAwait(false);
            var waiting = string.Join("; ", assignment.Waiting);
            if (bronze is not null)
            {
                LandingCleaner.Clean(scanned, bronze, _time.GetUtcNow() - keep);
            }

            if (assignment.Files.Count == 0)
            {
                return step with { Reason = waiting.Length > 0 ? waiting : "no new files in landing", Version = bronze?.Version, Duration = _time.GetElapsedTime(started) };
            }

            switch (await CommitAsync(table, bronze, assignment.Files, cancellationToken).ConfigureAwait(false))
            {
                case (Committed committed, var rows):
                    return step with
                    {
                        Status = StepStatus.Succeeded,
                        Reason = CommitNotes.AddTo(waiting.Length > 0 ? waiting : Count(assignment.Files.Count, "new file"), committed),
                        Rows = rows,
                        Bytes = assignment.Files.Sum(file => file.File.Size),
                        Files = assignment.Files.Count,
                        Version = committed.Version,
                        Duration = _time.GetElapsedTime(started),
                    };
                case (Conflicted conflicted, _):
                    conflict = conflicted;
                    break;
            }
        }

        throw new PipelineException(
            "INGOT2012",
            string.Create(CultureInfo.InvariantCulture, $"{name} could not be committed in {Attempts} attempts: {conflict!.Message}"),
            "See who else writes the table, then run again.");
    }

    private static TableName NameOf(TableDefinition table) => new(Layer.Bronze, table.Name);

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private async Task<(LoadAssignment Assignment, IReadOnlyList<KeyValuePair<string, ScannedFile>> Scanned)> AssignAsync(
        TableDefinition table, Snapshot? bronze, CancellationToken cancellationToken)
    {
        var files = await _landing.ScanAsync(table, cancellationToken).ConfigureAwait(false);
        var scanned = new List<KeyValuePair<string, ScannedFile>>();
        foreach (var file in files)
        {
            scanned.Add(KeyValuePair.Create(await BronzeFileName.IdentityOfAsync(file, cancellationToken).ConfigureAwait(false), file));
        }

        var known = bronze is null
            ? []
            : bronze.Files.Select(file => file.Path).Concat(bronze.Tombstones.Select(file => file.Path)).Select(BronzeFileName.IdentityOf).ToHashSet(StringComparer.Ordinal);
        return (LoadAssignment.Build([.. scanned.Where(file => !known.Contains(file.Key))], bronze, NameOf(table).ToString()), scanned);
    }

    private async Task<(CommitResult Result, long Rows)> CommitAsync(TableDefinition table, Snapshot? bronze, IReadOnlyList<AssignedFile> files, CancellationToken cancellationToken)
    {
        var name = NameOf(table);
        var columns = files.Select(file => BronzeSchema.ColumnsOf(file.File, table)).ToList();
        var schema = columns.Skip(1).Aggregate(bronze?.Schema ?? BronzeSchema.Create(columns[0]), BronzeSchema.Extend);
        schema = BronzeSchema.Describe(BronzeSchema.Extend(schema, columns[0]), columns[^1], files[^1].File.Metadata.IsOurs);

        var rewrites = files.Select(file => FileFit.TryBuildRewrite(file.File, schema, name.ToString())).ToList();
        var delta = _tables.Open(name);
        var transaction = Begin(delta, bronze, schema, table, files[^1].File.Metadata);
        var folder = _tables.Lake.FolderOf(name);
        var placed = new List<DataFile>();
        foreach (var (file, rewrite) in files.Zip(rewrites))
        {
            var path = BronzeFileName.PathOf(file.Load, file.Identity);
            var isLink = await _placer.PlaceAsync(file.File, rewrite, Path.Combine(folder, path), cancellationToken).ConfigureAwait(false);
            placed.Add(new DataFile(path, new Dictionary<string, string?> { [BronzeColumns.LoadId] = PartitionValue.Of(file.Load) }) { Footer = isLink ? file.File.Footer : null });
        }

        var adds = await transaction.BuildAddsAsync(placed, cancellationToken).ConfigureAwait(false);
        long rows = 0;
        foreach (var (file, add) in files.Zip(adds))
        {
            if (add.NumRecords != file.File.Footer.NumRecords)
            {
                throw new PipelineException(
                    "INGOT2026",
                    $"{name}: {add.Path} has {add.NumRecords} rows in bronze and {file.File.Footer.NumRecords} in landing.",
                    "The disk may be failing: check it, then run again. Nothing was adopted.");
            }

            rows += file.File.Footer.NumRecords;
            transaction.Add(add with { ModificationTime = _time.GetUtcNow().ToUnixTimeMilliseconds() });
        }

        return (await transaction.CommitAsync(cancellationToken).ConfigureAwait(false), rows);
    }

    private static DeltaTransaction Begin(DeltaTable delta, Snapshot? bronze, Delta.Schema.StructType schema, TableDefinition table, LandingFileMetadata newest)
    {
        // A file of changes, or of another writer, does not say what the table's comment is.
        var description = newest.IsOurs || bronze is null ? newest.Comment ?? $"Every change of {table.Schema}.{table.Table}, as MySQL had it" : bronze.Metadata.Description;
        DeltaTransaction transaction;
        if (bronze is null)
        {
            var properties = new Dictionary<string, string>(Properties) { [BronzeSchema.SourceProperty] = $"{table.Schema}.{table.Table}" };
            transaction = delta.BeginCreate(schema, [BronzeColumns.LoadId], properties, description);
        }
        else
        {
            transaction = delta.Begin(bronze);
            if (!bronze.Schema.Equals(schema) || bronze.Metadata.Description != description)
            {
                transaction.SetMetadata(bronze.Metadata with { Schema = schema, Description = description });
            }
        }

        transaction.Operation = "WRITE";
        transaction.OperationParameters["mode"] = "Append";
        transaction.DependsOnSnapshot = true;
        return transaction;
    }
}
