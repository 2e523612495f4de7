using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Definition.Checking;

/// <summary>Checks the models of a pipeline against the columns of the tables that they read. Reads no file, no lake and no server itself.</summary>
public sealed class PipelineChecker
{
    private const string SqlNextStep = "Mend the SQL, or the model that makes the table it reads.";
    private const string RefusedNextStep = "Write it another way; docs/reference/spark-sql.md lists what both engines are proven to answer alike.";
    private readonly PipelineDefinition _definition;
    private readonly KnownTables _tables = new();
    private readonly HashSet<TableName> _failed = [];
    private readonly CheckMemory _memory;
    private readonly IReadOnlySet<string> _brokenFiles;
    private DefinitionErrorList _errors = new();
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
                checker.CheckNames(name, table.Personal, schema.Columns.Select(column => column.Name));
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
        foreach (var model in new ModelGraph(_definition.Models).Order)
        {
            if (_brokenFiles.Contains(model.File))
            {
                _failed.Add(model.Table);
                continue;
            }

            var unknown = model.Inputs.Except(model.ReferenceInputs).Where(input => !_tables.Has(input)).ToList();
            if (unknown.Count == 0)
            {
                Take(model, _memory.Check(model, [.. model.Inputs.Select(_tables.TryGet)], () => CheckModel(model)));
            }
            else
            {
                var reason = unknown.Exists(_failed.Contains) ? "which has an error" : "whose columns are not known yet";
                _notes.Add(new CheckNote(new FilePlace(model.File, 1, 1), $"{model.Table} was read but not checked against its tables: it reads {string.Join(", ", unknown)}, {reason}."));
                if (unknown.Exists(_failed.Contains))
                {
                    _failed.Add(model.Table);
                }
            }
        }

        return new CheckResult(_errors.Build(), _notes, _models);
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

    private ModelCheck CheckModel(ModelDefinition model)
    {
        var all = _errors;
        _errors = new DefinitionErrorList();
        try
        {
            var (schema, query) = CheckAll(model);
            var errors = _errors.Build();
            return new ModelCheck(errors, schema, errors.Count == 0 ? new CheckedModel(model, query!, schema!) : null);
        }
        finally
        {
            _errors = all;
        }
    }

    private (TableSchema? Schema, AnalyzedQuery? Query) CheckAll(ModelDefinition model)
    {
        if (TryAnalyze(model) is not { } query)
        {
            return default;
        }

        Try(model, "INGOT1031", RefusedNextStep, () => SparkTranslator.TranslateQuery(query, _ => "t"));
        CheckColumns(model, query);
        CheckKey(model, query);
        CheckNames(model.Table, model.Columns, query.Columns.Select(column => column.Name));
        if (model is { Kind: ModelKind.Current, Key.Count: > 0 })
        {
            CurrentModelRules.Check(model, query, _tables, _errors);
        }

        var schema = new TableSchema([.. query.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable))], model.Key);
        _tables.Add(model.Table, schema);
        foreach (var expectation in model.Expectations)
        {
            CheckExpectation(model, expectation, schema);
        }

        return (schema, query);
    }

    private AnalyzedQuery? TryAnalyze(ModelDefinition model) =>
        ModelSql.TryParse(model.Text, model.File, _errors) is { } query
            ? Try(model, "INGOT1030", SqlNextStep, () => Analyzer.Analyze(query, _tables))
            : null;

    private T? Try<T>(ModelDefinition model, string code, string nextStep, Func<T> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (SparkSqlException exception)
        {
            foreach (var error in exception.Errors)
            {
                _errors.Add(code, ModelSql.PlaceOf(error.Place, model.File), error.Message, nextStep);
            }

            return null;
        }
    }

    private void CheckColumns(ModelDefinition model, AnalyzedQuery query)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in query.Columns)
        {
            if (!seen.Add(column.Name))
            {
                _errors.Add("INGOT1030", ModelSql.PlaceOf(column.Place, model.File), $"{model.Table} has two columns named '{column.Name}'.", "Give one another name with AS.");
            }

            if (ColumnTypes.TryToDelta(column.Type) is null)
            {
                _errors.Add("INGOT1030", ModelSql.PlaceOf(column.Place, model.File), $"A table cannot hold the column '{column.Name}' of type {column.Type}.", "Cast it to a type that a table holds.");
            }
        }
    }

    private void CheckNames(TableName table, IReadOnlyList<ColumnDefinition> columns, IEnumerable<string> names)
    {
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Where(column => !known.Contains(column.Name)))
        {
            _errors.Add("INGOT1033", column.Place, $"{table} has no column '{column.Name}'.", NearestNames.Sentence(column.Name, known));
        }
    }

    private void CheckKey(ModelDefinition model, AnalyzedQuery query)
    {
        var names = query.Columns.Select(column => column.Name).ToList();
        foreach (var name in model.Key.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            _errors.Add("INGOT1033", model.KeyPlace ?? new FilePlace(model.File, 1, 1), $"The key of {model.Table} names '{name}', which is none of its columns.", NearestNames.Sentence(name, names));
        }
    }

    private void CheckExpectation(ModelDefinition model, Expectation expectation, TableSchema schema)
    {
        if (expectation.Rule is { } rule)
        {
            RuleCheck.Check(model, expectation.Name, rule, _tables, _errors);
            return;
        }

        if (ModelSql.TryParse(expectation, model.Text, _errors) is not { } check)
        {
            return;
        }

        var code = "INGOT1032";
        var nextStep = $"Write a condition over the columns of {model.Table}.";
        try
        {
            var analyzed = Analyzer.AnalyzeExpression(check, schema.Columns);
            if (analyzed.Type != SparkType.Boolean)
            {
                _errors.Add(code, expectation.Place, $"Expectation '{expectation.Name}': the check is of type {analyzed.Type}, not boolean.", nextStep);
                return;
            }

            code = "INGOT1031";
            nextStep = RefusedNextStep;
            SparkTranslator.TranslateExpression(analyzed);
        }
        catch (SparkSqlException exception)
        {
            foreach (var error in exception.Errors)
            {
                _errors.Add(code, ModelSql.PlaceOf(error.Place, expectation, model.Text), $"Expectation '{expectation.Name}': {error.Message}", nextStep);
            }
        }
    }
}
