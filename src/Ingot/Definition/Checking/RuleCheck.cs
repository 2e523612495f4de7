using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Definition.Checking;

/// <summary>Checks the rule of an expectation against the columns of its model and of the table that it refers to.</summary>
internal static class RuleCheck
{
    /// <summary>Checks a rule.</summary>
    /// <param name="model">The model's table.</param>
    /// <param name="name">The expectation's name.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="columns">The model's columns.</param>
    /// <param name="tables">The tables whose columns are known.</param>
    /// <param name="errors">Takes the errors.</param>
    public static void Check(TableName model, string name, ExpectationRule rule, IReadOnlyList<TableColumn> columns, KnownTables tables, DefinitionErrorList errors)
    {
        switch (rule)
        {
            case NotNullRule notNull:
                foreach (var column in notNull.Columns)
                {
                    Find(model, name, column, columns, errors);
                }

                break;
            case AcceptedValuesRule accepted when Find(model, name, accepted.Column, columns, errors) is { } column:
                CheckValues(name, accepted, column, errors);
                break;
            case ReferenceRule reference:
                CheckReference(model, name, reference, columns, tables, errors);
                break;
        }
    }

    private static TableColumn? Find(TableName model, string name, PlacedText wanted, IReadOnlyList<TableColumn> columns, DefinitionErrorList errors)
    {
        var column = TryFind(columns, wanted.Text);
        if (column is null)
        {
            errors.Add("INGOT1032", wanted.Place, $"Expectation '{name}': {model} has no column '{wanted}'.", NearestNames.Sentence(wanted.Text, columns.Select(candidate => candidate.Name)));
        }

        return column;
    }

    private static TableColumn? TryFind(IReadOnlyList<TableColumn> columns, string name) =>
        columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void CheckValues(string name, AcceptedValuesRule rule, TableColumn column, DefinitionErrorList errors)
    {
        if (RuleSql.TryAcceptedValues(rule, column.Type, out var bad) is not null)
        {
            return;
        }

        if (bad is null)
        {
            errors.Add("INGOT1032", rule.Column.Place, $"Expectation '{name}': `accepted_values` does not take a column of type {column.Type}.", "Write a `check`, which may be any condition.");
        }
        else
        {
            errors.Add("INGOT1032", bad.Place, $"Expectation '{name}': '{bad}' is no value of the column '{column.Name}', which is of type {column.Type}.", column.Type == SparkType.Date ? "Write a date such as 2026-01-31." : "Write a value of that type.");
        }
    }

    private static void CheckReference(TableName model, string name, ReferenceRule rule, IReadOnlyList<TableColumn> columns, KnownTables tables, DefinitionErrorList errors)
    {
        var own = rule.Columns.Select(column => Find(model, name, column, columns, errors)).ToList();
        if (tables.TryGet(rule.Table) is not { } target || !ReferenceCheck.CheckCount(rule, target.Key, errors) || rule.TargetColumns(target.Key) is not { } names)
        {
            return;
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (TryFind(target.Columns, names[i]) is not { } column)
            {
                // A key that names no column is the error of the table that has it.
                if (rule.To is { } to)
                {
                    errors.Add("INGOT1035", to[i].Place, $"Expectation '{name}': {rule.Table} has no column '{names[i]}'.", NearestNames.Sentence(names[i], target.Columns.Select(candidate => candidate.Name)));
                }
            }
            else if (own[i] is { } mine && !AreComparable(mine.Type, column.Type))
            {
                errors.Add("INGOT1035", rule.Columns[i].Place, $"Expectation '{name}': '{mine.Name}' is of type {mine.Type}, and '{column.Name}' of {rule.Table} of type {column.Type}.", "Cast the column in the SQL, or name another.");
            }
        }
    }

    // Values of other types would be equal on one engine and not on the other, or only after a cast that may fail.
    private static bool AreComparable(SparkType left, SparkType right) => (Digits(left), Digits(right)) switch
    {
        ({ } mine, { } theirs) => Math.Max(mine.Whole, theirs.Whole) + Math.Max(mine.Scale, theirs.Scale) <= DecimalType.MaxPrecision,
        (null, null) => left is AtomicType and not FloatingType && left == right,
        _ => false,
    };

    // A type that holds both sides has the digits of both.
    private static (int Whole, int Scale)? Digits(SparkType type) => type switch
    {
        IntegralType integral => (integral.Bits switch { 8 => 3, 16 => 5, 32 => 10, _ => 19 }, 0),
        DecimalType number => (number.Precision - number.Scale, number.Scale),
        _ => null,
    };
}
