namespace Ingot.Definition.Checking;

/// <summary>Checks the models of a pipeline against the columns of the tables that they read. Reads no file, no lake and no server itself.</summary>
public sealed class PipelineChecker
{
    private readonly PipelineDefinition _definition;
    private readonly KnownTables _tables = new();
    private readonly HashSet<TableName> _failed = [];
    private readonly CheckMemory _memory;
    private readonly IReadOnlySet<string> _brokenFiles;
    private readonly DefinitionErrorList _errors = new();
    private readonly List<CheckNote> _notes = [];
    private readonly Dictionary<TableName, CheckedModel> _models = [];

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
                checker._tables.Add(name, schema with { Key = table.Key ?? schema.Key });
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
        foreach (var level in new ModelGraph(_definition.Models).Levels)
        {
            // Those of a level read only tables of levels before it.
            var models = level.Where(CanBeChecked).ToList();
            var checks = _memory.Check([.. models.Select(model => (model, Inputs: (IReadOnlyList<TableSchema?>)[.. model.Inputs.Select(_tables.TryGet)]))], model => new ModelChecker(model, _tables).Check());
            foreach (var (model, check) in models.Zip(checks))
            {
                Take(model, check);
            }
        }

        return new CheckResult(_errors.Build(), _notes, _models);
    }

    private bool CanBeChecked(ModelDefinition model)
    {
        if (_brokenFiles.Contains(model.File))
        {
            _failed.Add(model.Table);
            return false;
        }

        var unknown = model.Inputs.Except(model.ReferenceInputs).Where(input => !_tables.Has(input)).ToList();
        if (unknown.Count == 0)
        {
            return true;
        }

        var hasFailed = unknown.Exists(_failed.Contains);
        var reason = hasFailed ? "which has an error" : "whose columns are not known yet";
        _notes.Add(new CheckNote(new FilePlace(model.File, 1, 1), $"{model.Table} was read but not checked against its tables: it reads {string.Join(", ", unknown)}, {reason}.") { IsAfterError = hasFailed });
        if (hasFailed)
        {
            _failed.Add(model.Table);
        }

        return false;
    }

    private void Take(ModelDefinition model, ModelCheck check)
    {
        _errors.AddRange(check.Errors);
        if (check.Schema is null)
        {
            _failed.Add(model.Table);
            return;
        }

        // Its columns are known even when it has an error, so the models that read it are checked too.
        _tables.Add(model.Table, check.Schema);
        if (check.Model is not null)
        {
            _models[model.Table] = check.Model with { Model = model };
        }
    }

    /// <summary>Reports what a definition says of columns that are not there.</summary>
    internal static void CheckNames(TableName table, IReadOnlyList<ColumnDefinition> columns, IEnumerable<string> names, DefinitionErrorList errors)
    {
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Where(column => !known.Contains(column.Name)))
        {
            errors.Add("INGOT1033", column.Place, $"{table} has no column '{column.Name}'.", NearestNames.Sentence(column.Name, known));
        }
    }
}
