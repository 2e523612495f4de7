using System.Text.RegularExpressions;
using Ingot.SparkSql;
using Ingot.SparkSql.Types;

namespace Ingot.Definition;

/// <summary>Writes the rules of expectations as conditions in Spark SQL.</summary>
internal static partial class RuleSql
{
    /// <summary>The check of a rule, with values as their looks say: where the column's type is known, <see cref="TryAcceptedValues"/> knows better.</summary>
    public static string Build(ExpectationRule rule) => rule switch
    {
        NotNullRule notNull => string.Join(" AND ", notNull.Columns.Select(column => $"{SqlName.Write(column.Text)} IS NOT NULL")),
        AcceptedValuesRule accepted => AcceptedValues(accepted, accepted.Values.All(value => NumberPattern().IsMatch(value.Text)) ? value => value : Quote),
        ReferenceRule reference => Describe(reference),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };

    /// <summary>The check of accepted values for a column of a type.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="type">The column's type.</param>
    /// <param name="bad">The first value that the type does not have; null when there is none or the type has no such rule.</param>
    /// <returns>The condition; null when a value or the type does not fit.</returns>
    public static string? TryAcceptedValues(AcceptedValuesRule rule, SparkType type, out PlacedText? bad)
    {
        bad = null;
        if (LiteralOf(type) is not { } form)
        {
            return null;
        }

        bad = rule.Values.FirstOrDefault(value => !form.Pattern.IsMatch(value.Text));
        return bad is null ? AcceptedValues(rule, form.Write) : null;
    }

    private static string Describe(ReferenceRule rule)
    {
        var target = rule.To is null ? "" : $" ({string.Join(", ", rule.To.Select(column => SqlName.Write(column.Text)))})";
        return $"({string.Join(", ", rule.Columns.Select(column => SqlName.Write(column.Text)))}) REFERENCES {rule.Table}{target}";
    }

    private static string AcceptedValues(AcceptedValuesRule rule, Func<string, string> write)
    {
        var column = SqlName.Write(rule.Column.Text);
        return $"{column} IS NULL OR {column} IN ({string.Join(", ", rule.Values.Select(value => write(value.Text)))})";
    }

    private static (Regex Pattern, Func<string, string> Write)? LiteralOf(SparkType type) =>
        type == SparkType.String ? (AnyPattern(), Quote)
        : type == SparkType.Boolean ? (BooleanPattern(), value => value)
        : type == SparkType.Date ? (DatePattern(), value => $"DATE '{value}'")
        : type is IntegralType or DecimalType ? (NumberPattern(), value => value)
        : null;

    // Spark reads a backslash in a text as the start of an escape.
    private static string Quote(string value) => $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    [GeneratedRegex("")]
    private static partial Regex AnyPattern();

    [GeneratedRegex(@"^-?[0-9]{1,38}(\.[0-9]+)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(true|false)$", RegexOptions.IgnoreCase)]
    private static partial Regex BooleanPattern();

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
    private static partial Regex DatePattern();
}
