using System.Globalization;
using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>The amounts and dates of a table, by type and name.</summary>
internal static class Measures
{
    /// <summary>The numbers that add up over rows.</summary>
    public static IReadOnlyList<ColumnDraft> Additive(TableDraft table) => [.. Numbers(table).Where(IsAdditive)];

    /// <summary>The numbers of one thing (a price, a rate), which can be averaged.</summary>
    public static IReadOnlyList<ColumnDraft> PerUnit(TableDraft table) => [.. Numbers(table).Where(column => !IsAdditive(column) && MeasureWords.IsPerUnit(column.Name))];

    /// <summary>The date at which what a row says happened: a date that is neither technical nor an attribute of a thing; else, with <paramref name="orCreation"/>, when the row was made.</summary>
    public static ColumnDraft? TryEventDate(TableDraft table, bool orCreation)
    {
        var dates = table.Columns.Where(column => column.IsDate && column.Personal is null).OrderBy(column => column.IsKey).ToList();
        return dates.Find(column => !column.IsTechnical && !MeasureWords.IsAttributeDate(column.Name))
            ?? (orCreation ? dates.Find(column => TechnicalWords.IsCreation(column.Name)) : null);
    }

    /// <summary>The date up to which a row holds that holds from a date, as a salary does; null when the date is when something happened.</summary>
    public static ColumnDraft? TryEndOf(TableDraft table, ColumnDraft date) => table.Columns.FirstOrDefault(column => column.IsDate && MeasureWords.IsSpan(date.Name, column.Name));

    /// <summary>The sum of a column in SQL, which no value makes fail; null when there is none.</summary>
    public static string? TrySum(ColumnDraft column)
    {
        var name = SparkText.Name(column.Name);
        return DigitsOf(column.SparkType) > 28 ? null : column.SparkType == "bigint" ? $"try_sum({name})" : $"sum({name})";
    }

    /// <summary>The average of a column in SQL, or null when a value could make it fail.</summary>
    public static string? TryAverage(ColumnDraft column) => DigitsOf(column.SparkType) > 18 ? null : $"avg({SparkText.Name(column.Name)})";

    private static IEnumerable<ColumnDraft> Numbers(TableDraft table) => table.Columns.Where(column =>
        !column.IsKey && !column.IsLink && !column.IsTechnical && column.Personal is null
        && (column.SparkType is "tinyint" or "smallint" or "int" or "bigint" or "float" or "double" || column.SparkType.StartsWith("decimal(", StringComparison.Ordinal))
        && column.Source.DataType is not "year"
        && !column.Source.ColumnType.StartsWith("tinyint(1)", StringComparison.OrdinalIgnoreCase));

    // A decimal number of two to four places that is neither a price nor a rate nor a state is most likely money or a quantity; any other number adds up only when its name says so.
    private static bool IsAdditive(ColumnDraft column) =>
        MeasureWords.IsAdditive(column.Name)
        || (column.SparkType.StartsWith("decimal(", StringComparison.Ordinal) && column.Source.NumericScale is >= 2 and <= 4 && !MeasureWords.IsPerUnit(column.Name) && !MeasureWords.IsNoMeasure(column.Name));

    private static int DigitsOf(string type) =>
        type.StartsWith("decimal(", StringComparison.Ordinal) ? int.Parse(type.AsSpan()["decimal(".Length..type.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture) : 0;
}
