using System.Globalization;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.Transform;

namespace Ingot.Runs.Journal;

/// <summary>Appends what a run did to the system tables, one commit a table.</summary>
internal sealed class SystemTableWriter
{
    private readonly LakeTables _tables;
    private readonly DuckDbDatabase _database;

    public SystemTableWriter(LakeTables tables, DuckDbDatabase database)
    {
        _tables = tables;
        _database = database;
    }

    /// <summary>Writes a run.</summary>
    /// <param name="run">What it did.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task WriteAsync(RunResult run, CancellationToken cancellationToken) => Task.WhenAll(
        AppendAsync(SystemTables.Runs, run.RunId, [run], cancellationToken),
        AppendAsync(SystemTables.Steps, run.RunId, [.. run.Steps.Select(step => (run.RunId, step))], cancellationToken),
        AppendAsync(SystemTables.Expectations, run.RunId, [.. run.Expectations.Select(expectation => (run, expectation))], cancellationToken));

    private async Task AppendAsync<T>(SystemTable<T> definition, Guid runId, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        var name = new TableName(Layer.System, definition.Name);
        var table = _tables.Open(name);
        var snapshot = await table.TryLoadSnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (snapshot is not null && rows.Count == 0)
        {
            return;
        }

        var files = rows.Count == 0
            ? []
            : await _database.RunAsync(
                connection => ResultFiles.Write(connection, BuildSelect(definition, rows), _tables.Lake.FolderOf(name), RunFolders.NameOf(runId), "256MB"),
                cancellationToken).ConfigureAwait(false);
        var transaction = snapshot is null
            ? table.BeginCreate(definition.Schema, [], new Dictionary<string, string>(), definition.Description)
            : table.Begin(snapshot);
        if (snapshot is not null && !snapshot.Schema.Equals(definition.Schema))
        {
            transaction.SetMetadata(snapshot.Metadata with { Schema = definition.Schema });
        }

        transaction.Operation = "WRITE";
        transaction.OperationParameters["mode"] = "Append";
        foreach (var add in await transaction.BuildAddsAsync([.. files.Select(file => new DataFile(file.Path))], cancellationToken).ConfigureAwait(false))
        {
            transaction.Add(add);
        }

        if (await transaction.CommitAsync(cancellationToken).ConfigureAwait(false) is Conflicted conflicted)
        {
            throw new PipelineException("INGOT2012", $"{name} could not be committed: {conflicted.Message}", "See who else writes the lake, then run again.");
        }
    }

    private static string BuildSelect<T>(SystemTable<T> definition, IReadOnlyList<T> rows)
    {
        var types = definition.Columns.Select(column => DuckDbTypes.NameOf(ColumnTypes.ToSpark(column.Type))).ToList();
        var columns = string.Join(", ", definition.Columns.Select((column, index) => $"CAST(c{index} AS {types[index]}) AS {DuckDbDatabase.QuoteName(column.Name)}"));
        var names = string.Join(", ", definition.Columns.Select((_, index) => $"c{index}"));
        var values = string.Join(",\n", rows.Select(row => $"({string.Join(", ", definition.Columns.Select(column => Literal(column.Read(row))))})"));
        return $"SELECT {columns} FROM (VALUES {values}) AS rows({names})";
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => DuckDbDatabase.Quote(text),
        long number => number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => DuckDbDatabase.Quote(time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), null),
    };
}
