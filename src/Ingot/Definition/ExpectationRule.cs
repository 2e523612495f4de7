namespace Ingot.Definition;

/// <summary>A rule of an expectation that is no free condition.</summary>
public abstract record ExpectationRule
{
    private protected ExpectationRule()
    {
    }
}

/// <summary><c>not_null</c>: no column is null.</summary>
/// <param name="Columns">The columns of the model.</param>
public sealed record NotNullRule(IReadOnlyList<PlacedText> Columns) : ExpectationRule;

/// <summary><c>accepted_values</c>: the column is null or one of the values.</summary>
/// <param name="Column">The column of the model.</param>
/// <param name="Values">The values as written; the column's type says what they mean.</param>
public sealed record AcceptedValuesRule(PlacedText Column, IReadOnlyList<PlacedText> Values) : ExpectationRule;

/// <summary><c>references</c>: a column is null, or another table has a row with these values.</summary>
/// <param name="Table">The other table.</param>
/// <param name="TablePlace">Where it is named.</param>
/// <param name="Columns">The columns of the model.</param>
/// <param name="To">The columns of the other table, as many; null: its key.</param>
public sealed record ReferenceRule(TableName Table, FilePlace TablePlace, IReadOnlyList<PlacedText> Columns, IReadOnlyList<PlacedText>? To) : ExpectationRule
{
    /// <summary>The other table's key, empty when it has none; null when the definition does not say it, as of a table of bronze whose key is the source's.</summary>
    public IReadOnlyList<string>? TableKey { get; init; }

    /// <summary>The columns of the other table, in the order of <see cref="Columns"/>.</summary>
    /// <param name="key">Its key where <see cref="TableKey"/> is not known; null when it is not known there either.</param>
    /// <returns>The names; null when they are not known.</returns>
    public IReadOnlyList<string>? TargetColumns(IReadOnlyList<string>? key) => To is null ? TableKey ?? key : [.. To.Select(column => column.Text)];
}
