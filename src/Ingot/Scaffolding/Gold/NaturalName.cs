using Ingot.Definition;
using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>The column by which people know a row: its name or title.</summary>
internal static class NaturalName
{
    private static readonly string[] Names = ["name", "title", "label", "full_name", "display_name", "caption"];
    private static readonly string[] Codes = ["code", "sku", "iso_code", "slug", "symbol", "abbreviation"];

    /// <summary>Finds the column.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The column, personal or not; null when none is known.</returns>
    public static ColumnDraft? TryFind(TableDraft table)
    {
        var texts = table.Columns.Where(column => column.SparkType == "string" && !column.IsTechnical && column.Source.DataType is "char" or "varchar" or "tinytext" or "text" or "enum").ToList();
        if (table.Columns.Any(column => column.Personal?.Kind == PersonalKind.Name))
        {
            // The title of a person is none of a thing.
            texts.RemoveAll(column => Words.Snake(column.Name) == "title");
        }

        var one = Words.Singular(table.Name);
        string[] own = [$"{one}_name", $"{one}_title", $"{one}name", one, $"{Words.Snake(table.Name)}_name"];
        ColumnDraft? Named(IEnumerable<string> names) => names.Select(name => texts.Find(column => Words.Snake(column.Name) == name)).FirstOrDefault(column => column is not null);
        return Named(Names) ?? Named(own)
            ?? texts.Find(column => Words.Snake(column.Name) is var name && (name.EndsWith("_name", StringComparison.Ordinal) || name.EndsWith("_title", StringComparison.Ordinal)))
            ?? Named(Codes);
    }
}
