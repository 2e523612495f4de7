using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.Transform;

namespace Ingot.Engines.DuckDb;

/// <summary>Turns an expectation into a condition of DuckDB over the rows of its model.</summary>
internal static class ExpectationTranslator
{
    /// <summary>Translates an expectation.</summary>
    /// <param name="model">The model.</param>
    /// <param name="expectation">The expectation.</param>
    /// <param name="columns">The model's columns.</param>
    /// <param name="inputs">The tables that the model reads, those among them that its expectations refer to.</param>
    /// <returns>The translation.</returns>
    /// <exception cref="SparkSqlException">The check is refused.</exception>
    /// <exception cref="PipelineException">The rule does not fit the columns.</exception>
    public static TranslatedCheck Translate(ModelDefinition model, Expectation expectation, IReadOnlyList<TableColumn> columns, InputTables inputs)
    {
        if (expectation.Rule is { } rule)
        {
            CheckRule(model, expectation.Name, rule, columns, inputs);
        }

        if (expectation.Rule is ReferenceRule reference)
        {
            return TranslateReference(expectation, reference, inputs);
        }

        var check = expectation.Rule is AcceptedValuesRule accepted
            ? RuleSql.TryAcceptedValues(accepted, columns.First(column => column.Name.Equals(accepted.Column.Text, StringComparison.OrdinalIgnoreCase)).Type, out _)!
            : expectation.Check;
        return new TranslatedCheck(expectation, check, SparkTranslator.TranslateExpression(Analyzer.AnalyzeExpression(SparkSqlParser.ParseExpression(check), columns)));
    }

    private static void CheckRule(ModelDefinition model, string name, ExpectationRule rule, IReadOnlyList<TableColumn> columns, InputTables inputs)
    {
        var tables = new KnownTables();
        if (rule is ReferenceRule reference && inputs.TryGet(reference.Table) is { } target)
        {
            tables.Add(reference.Table, new TableSchema(target.Columns, target.Key));
        }

        var errors = new DefinitionErrorList();
        RuleCheck.Check(model.Table, name, rule, columns, tables, errors);
        if (!errors.IsEmpty)
        {
            throw new PipelineException(
                "INGOT5003", string.Join(Environment.NewLine, errors.Build().Select(error => $"{error.Place}: {error.Message} {error.NextStep}")), "`ingot check` shows all such places at once.");
        }
    }

    // IN gives one value a row, however many rows the other table has of it, so no row is multiplied. Its rows with a null match nothing.
    private static TranslatedCheck TranslateReference(Expectation expectation, ReferenceRule rule, InputTables inputs)
    {
        var target = inputs.TryGet(rule.Table) ?? throw new PipelineException("INGOT2014", $"Expectation {expectation.Name} refers to {rule.Table}, which the lake does not have yet.", "Run the steps before it: `ingot run`.");
        var targetColumns = rule.TargetColumns(target.Key)!;
        var columns = rule.Columns.Select(column => DuckDbDatabase.QuoteName(column.Text)).ToList();
        var names = targetColumns.Select(DuckDbDatabase.QuoteName).ToList();
        var value = columns.Count == 1 ? columns[0] : $"({string.Join(", ", columns)})";
        var sql = $"{string.Join(" OR ", columns.Select(column => $"{column} IS NULL"))} OR {value} IN "
            + $"(SELECT {string.Join(", ", names)} FROM ({target.BuildSelect()}) WHERE {string.Join(" AND ", names.Select(name => $"{name} IS NOT NULL"))})";
        return new TranslatedCheck(expectation, rule.To is null ? RuleSql.Build(rule with { To = [.. targetColumns.Select(name => new PlacedText(name, rule.TablePlace))] }) : expectation.Check, sql);
    }
}
