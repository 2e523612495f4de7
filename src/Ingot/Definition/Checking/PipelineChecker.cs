using System.Collections.Concurrent;

namespace Ingot.Definition.Checking;

/// <summary>Checks the models of a pipeline against the columns of the tables that they read. Reads no file, no lake and no server itself.</summary>
public sealed class PipelineChecker
{
    private readonly PipelineDefinition _definition;
    private readonly KnownTables _tables = new();
    private readonly ConcurrentDictionary<TableName, Outcome> _outcomes = [];
    private readonly CheckMemory _memory;
    private readonly IReadOnlySet<string> _brokenFiles;
    private readonly DefinitionErrorList _errors = new();

    private PipelineChecker(PipelineDefinition definition, IReadOnlySet<string> brokenFiles, CheckMemory memory)
    {
        _definition = definition;
        _brokenFiles = brokenFiles;
        _memory = memory;
    }

    /// <summary>
    /// Checks all models, each after those that it reads: names and types, what the embedded engine refuses, keys, the rules of kind <c>current</c>, and the
    /// checks of the expectations.
    /// </summary>
    /// <param name="definition">A definition as <see cref="DefinitionLoader"/> gives it.</param>
    /// <param name="bronzeSchema">Gives what is known of a table of bronze, from the lake or the source; null when nothing is. Models that read such a table, also through others, get a note.</param>
    /// <returns>The errors, the notes, and the models with their typed columns.</returns>
    public static CheckResult Check(PipelineDefinition definition, Func<TableDefinition, TableSchema?> bronzeSchema)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(bronzeSchema);
        return Check(definition, bronzeSchema, new HashSet<string>(), new CheckMemory());
    }

    private static CheckResult Check(PipelineDefinition definition, Func<TableDefinition, TableSchema?> bronzeSchema, IReadOnlySet<string> brokenFiles, CheckMemory memory)
    {
        var checker = new PipelineChecker(definition, brokenFiles, memory);
        foreach (var table in definition.Tables)
        {
            if (bronzeSchema(table) is { } schema)
            {
                var name = new TableName(Layer.Bronze, table.Name);
                checker._tables.Add(name, table.Key is null ? schema : schema with { Key = table.Key });
                CheckNames(name, table.Personal, schema.Columns.Select(column => column.Name), checker._errors);
            }
        }

        return checker.Check();
    }

    /// <summary>Checks all models against what the lake and the source say.</summary>
    /// <param name="definition">A definition as <see cref="DefinitionLoader"/> gives it.</param>
    /// <param name="bronze">What is known of bronze.</param>
    /// <returns>The errors, those of the source's tables among them, the notes, and the models with their typed columns.</returns>
    public static CheckResult Check(PipelineDefinition definition, BronzeSchemas bronze) => Check(new DefinitionResult(definition, []) { Partial = definition }, bronze);

    /// <summary>Checks all that was read of a definition against what the lake and the source say.</summary>
    /// <param name="loaded">A definition as <see cref="DefinitionLoader"/> gives it; it may have errors.</param>
    /// <param name="bronze">What is known of bronze.</param>
    /// <returns>The errors, those of the definition and of the source's tables among them, the notes, and the models with their typed columns.</returns>
    public static CheckResult Check(DefinitionResult loaded, BronzeSchemas bronze) => Check(loaded, bronze, new CheckMemory());

    /// <summary>Checks what is not remembered.</summary>
    internal static CheckResult Check(DefinitionResult loaded, BronzeSchemas bronze, CheckMemory memory)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(bronze);

        if (loaded.Partial is not { } definition)
        {
            return new CheckResult(loaded.Errors, [], new Dictionary<TableName, CheckedModel>());
        }

        var broken = loaded.Errors.Select(error => error.Place.File).ToHashSet(StringComparer.Ordinal);
        var result = Check(definition, bronze.TryGet, broken, memory);
        var errors = new DefinitionErrorList();
        errors.AddRange(loaded.Errors);
        errors.AddRange(bronze.Errors);
        errors.AddRange(result.Errors);
        return result with { Errors = errors.Build(), Unknown = bronze.Note };
    }

    private CheckResult Check()
    {
        _memory.Keep(_definition.Models.Select(model => model.Table));
        var graph = new ModelGraph(_definition.Models);
        graph.Walk(model => _outcomes[model.Table] = CheckModel(model));

        var notes = new List<CheckNote>();
        var models = new Dictionary<TableName, CheckedModel>();
        foreach (var model in graph.Order)
        {
            var outcome = _outcomes[model.Table];
            _errors.AddRange(outcome.Check?.Errors ?? []);
            if (outcome.Note is not null)
            {
                notes.Add(outcome.Note);
            }

            if (outcome.Check?.Model is { } found)
            {
                models[model.Table] = found with { Model = model };
            }
        }

        return new CheckResult(_errors.Build(), notes, models);
    }

    // Called on several threads, when all models that it reads have been checked.
    private Outcome CheckModel(ModelDefinition model)
    {
        if (_brokenFiles.Contains(model.File))
        {
            return new Outcome(null, null, HasFailed: true);
        }

        var unknown = model.Inputs.Except(model.ReferenceInputs).Where(input => !_tables.Has(input)).ToList();
        if (unknown.Count > 0)
        {
            var hasFailed = unknown.Exists(input => _outcomes.TryGetValue(input, out var outcome) && outcome.HasFailed);
            var reason = hasFailed ? "which has an error" : "whose columns are not known yet";
            var note = new CheckNote(new FilePlace(model.File, 1, 1), $"{model.Table} was read but not checked against its tables: it reads {string.Join(", ", unknown)}, {reason}.") { IsAfterError = hasFailed };
            return new Outcome(null, note, hasFailed);
        }

        var check = _memory.Check(model, [.. model.Inputs.Select(_tables.TryGet)], open => new ModelChecker(open, _tables).Check());
        if (check.Schema is not null)
        {
            // Its columns are known even when it has an error, so the models that read it are checked too.
            _tables.Add(model.Table, check.Schema);
        }

        return new Outcome(check, null, HasFailed: check.Schema is null);
    }

    /// <summary>Reports what a definition says of columns that are not there.</summary>
    internal static void CheckNames(TableName table, IReadOnlyList<ColumnDefinition> columns, IEnumerable<string> names, DefinitionErrorList errors)
    {
        if (columns.Count == 0)
        {
            return;
        }

        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Where(column => !known.Contains(column.Name)))
        {
            errors.Add("INGOT1033", column.Place, $"{table} has no column '{column.Name}'.", NearestNames.Sentence(column.Name, known));
        }
    }

    /// <summary>What came of one model.</summary>
    /// <param name="Check">What its check found; null when it was not checked.</param>
    /// <param name="Note">Why it was not checked.</param>
    /// <param name="HasFailed">Whether its columns are not known because of an error.</param>
    private sealed record Outcome(ModelCheck? Check, CheckNote? Note, bool HasFailed);
}
