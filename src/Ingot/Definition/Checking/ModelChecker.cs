using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Definition.Checking;

/// <summary>Checks one model against the columns of the tables that it reads.</summary>
internal sealed class ModelChecker
{
    private const string SqlNextStep = "Mend the SQL, or the model that makes the table it reads.";
    private const string RefusedNextStep = "Write it another way; docs/reference/spark-sql.md lists what both engines are proven to answer alike.";
    private readonly ModelDefinition _model;
    private readonly KnownTables _tables;
    private readonly DefinitionErrorList _errors = new();

    public ModelChecker(ModelDefinition model, KnownTables tables)
    {
        _model = model;
        _tables = tables;
    }

    /// <summary>Checks names and types, what the embedded engine refuses, the key, the rules of kind <c>current</c>, and the expectations.</summary>
    public ModelCheck Check()
    {
        var (schema, query) = CheckAll();
        var errors = _errors.Build();
        return new ModelCheck(errors, schema, errors.Count == 0 ? new CheckedModel(_model, query!, schema!) : null);
    }

    private (TableSchema? Schema, AnalyzedQuery? Query) CheckAll()
    {
        if (TryAnalyze() is not { } query)
        {
            return default;
        }

        Try("INGOT1031", RefusedNextStep, () => SparkTranslator.TranslateQuery(query, _ => "t"));
        CheckColumns(query);
        CheckKey(query);
        PipelineChecker.CheckNames(_model.Table, _model.Columns, query.Columns.Select(column => column.Name), _errors);
        if (_model is { Kind: ModelKind.Current, Key.Count: > 0 })
        {
            CurrentModelRules.Check(_model, query, _tables, _errors);
        }

        var schema = new TableSchema([.. query.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable))], _model.Key);
        foreach (var expectation in _model.Expectations)
        {
            CheckExpectation(expectation, schema);
        }

        return (schema, query);
    }

    private AnalyzedQuery? TryAnalyze() =>
        (_model.Query ?? ModelSql.TryParse(_model.Text, _model.File, _errors)) is { } query
            ? Try("INGOT1030", SqlNextStep, () => Analyzer.Analyze(query, _tables))
            : null;

    private T? Try<T>(string code, string nextStep, Func<T> action)
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
                _errors.Add(code, ModelSql.PlaceOf(error.Place, _model.File), error.Message, nextStep);
            }

            return null;
        }
    }

    private void CheckColumns(AnalyzedQuery query)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in query.Columns)
        {
            if (!seen.Add(column.Name))
            {
                _errors.Add("INGOT1030", ModelSql.PlaceOf(column.Place, _model.File), $"{_model.Table} has two columns named '{column.Name}'.", "Give one another name with AS.");
            }

            if (ColumnTypes.TryToDelta(column.Type) is null)
            {
                _errors.Add("INGOT1030", ModelSql.PlaceOf(column.Place, _model.File), $"A table cannot hold the column '{column.Name}' of type {column.Type}.", "Cast it to a type that a table holds.");
            }
        }
    }

    private void CheckKey(AnalyzedQuery query)
    {
        var names = query.Columns.Select(column => column.Name).ToList();
        foreach (var name in _model.Key.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            _errors.Add("INGOT1033", _model.KeyPlace ?? new FilePlace(_model.File, 1, 1), $"The key of {_model.Table} names '{name}', which is none of its columns.", NearestNames.Sentence(name, names));
        }
    }

    private void CheckExpectation(Expectation expectation, TableSchema schema)
    {
        if (expectation.Rule is { } rule)
        {
            RuleCheck.Check(_model.Table, expectation.Name, rule, schema.Columns, _tables, _errors);
            return;
        }

        if (ModelSql.TryParse(expectation, _model.Text, _errors) is not { } check)
        {
            return;
        }

        var code = "INGOT1032";
        var nextStep = $"Write a condition over the columns of {_model.Table}.";
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
                _errors.Add(code, ModelSql.PlaceOf(error.Place, expectation, _model.Text), $"Expectation '{expectation.Name}': {error.Message}", nextStep);
            }
        }
    }
}
