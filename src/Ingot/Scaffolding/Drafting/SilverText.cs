using System.Globalization;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes the silver model over a table.</summary>
internal static class SilverText
{
    // A column that is never null in a handful of rows says nothing.
    private const long FewRows = 20;

    /// <summary>Writes the file.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The text.</returns>
    public static string Write(TableDraft table)
    {
        var front = new FrontMatterText
        {
            Description = DescriptionOf(table),
            Kind = table.SilverKey.Count > 0 ? "current" : "table",
            Key = [.. table.SilverKey.Select(column => column.Name)],
        };
        AddColumns(front, table);
        AddRules(front, table);
        var list = new SelectList();
        foreach (var column in InOrder(table))
        {
            Add(list, column, table);
        }

        return $"{front}{Remarks(table)}SELECT\n{list}FROM {table.Bronze}\n";
    }

    /// <summary>The entries of columns, to follow those of a model that is there.</summary>
    public static SelectList Lines(IEnumerable<ColumnDraft> columns, TableDraft table)
    {
        var list = new SelectList();
        foreach (var column in columns)
        {
            AddEntries(list, column, table);
        }

        return list;
    }

    private static string DescriptionOf(TableDraft table) =>
        SparkText.Comment(table.Schema.Comment) is { Length: > 0 } comment ? comment : $"The rows of {table.Schema.FullName} in their current state";

    private static string Remarks(TableDraft table)
    {
        var remarks = new List<string>();
        if (table.KeyProblem is not null)
        {
            remarks.Add($"The source's key ({string.Join(", ", table.Key.Select(column => column.Name))}) is not the key here: {table.KeyProblem}.");
        }
        else if (table.Key.Count == 0)
        {
            remarks.Add("The source has no key that identifies a row, so two rows may be equal and no rule tells them apart.");
        }

        if (table.Profile is { SampledRows: > 0 } profile)
        {
            remarks.Add(profile.IsWhole ? $"Guesses rest on all rows of the source, {Figure(profile.SampledRows)}." : $"Guesses rest on {Figure(profile.SampledRows)} rows, about {Figure(table.Schema.EstimatedRows)} are there.");
        }

        return string.Concat(remarks.Select(remark => $"-- {SparkText.Comment(remark)}\n"));
    }

    private static IEnumerable<ColumnDraft?> InOrder(TableDraft table)
    {
        var rest = table.Columns.Where(column => !table.Key.Contains(column)).ToList();
        var personal = rest.Where(column => column.Personal is not null).ToList();
        var technical = rest.Where(column => column.IsTechnical && column.Personal is null).ToList();
        return [.. table.Key, .. rest.Except(personal).Except(technical), .. personal, .. technical];
    }

    private static void Add(SelectList list, ColumnDraft? column, TableDraft table)
    {
        if (column is null)
        {
            return;
        }

        var rest = table.Columns.Where(other => !table.Key.Contains(other)).ToList();
        if (rest.Find(other => other.Personal is not null) == column)
        {
            list.AddGap();
            list.AddComment("Personal data: gold takes only what is a hash here, or no personal data.");
        }
        else if (rest.Find(other => other.IsTechnical && other.Personal is null) == column)
        {
            list.AddGap();
            list.AddComment("Technical: when and by whom rows were written.");
        }

        AddEntries(list, column, table);
    }

    private static void AddEntries(SelectList list, ColumnDraft column, TableDraft table)
    {
        list.Add(column.Selected, CommentOf(column, table));
        foreach (var offer in Offers.Of(column))
        {
            list.AddComment(offer);
        }

        if (column.HashName is { } hash)
        {
            list.Add($"{TableDrafts.HashOf(column)} AS {SparkText.Name(hash)}", "string: tells equal values without showing them");
        }
    }

    private static string CommentOf(ColumnDraft column, TableDraft table)
    {
        var parts = new List<string> { column.SparkType };
        if (!SameType(column))
        {
            parts.Add($"from {ShortType(column)}");
        }

        if (column.IsTrimmed)
        {
            parts.Add($"trimmed: {Figure(column.Profile!.Padded)} of {Figure(table.Profile!.SampledRows)} values had spaces around them");
        }

        if (column.Source.IsInvisible)
        {
            parts.Add("invisible in the source");
        }

        if (column.Profile is { ZeroDates: > 0 } zero)
        {
            parts.Add($"{Figure(zero.ZeroDates)} of {Figure(table.Profile!.SampledRows)} values are zero or impossible dates, null here");
        }

        if (column.Personal is { } personal)
        {
            parts.Add($"guessed to be personal ({WordOf(personal.Kind)}) {personal.Reason}");
        }

        return string.Join("; ", parts);
    }

    private static bool SameType(ColumnDraft column) => column.Source.ColumnType.Replace(" ", "", StringComparison.Ordinal).Equals(column.SparkType, StringComparison.OrdinalIgnoreCase);

    private static string ShortType(ColumnDraft column) => column.Source.ColumnType.Length <= 60 ? column.Source.ColumnType : $"{column.Source.DataType}";

    private static void AddColumns(FrontMatterText front, TableDraft table)
    {
        foreach (var column in table.Columns)
        {
            var description = SparkText.Comment(column.Source.Comment);
            if (description.Length > 0 || column.Personal is not null)
            {
                front.AddColumn(column.Name, description, column.Personal is { } personal ? WordOf(personal.Kind) : null);
            }
        }
    }

    private static void AddRules(FrontMatterText front, TableDraft table)
    {
        var rest = table.Columns.Where(column => !table.SilverKey.Contains(column)).ToList();
        var required = rest.Where(column => !column.Source.IsNullable && (!column.IsDate || column.Profile is { ZeroDates: 0 })).ToList();
        if (required.Count > 0)
        {
            front.AddRule("has_required_columns", $"not_null: {YamlText.List(required.Select(column => column.Name))}", "NOT NULL in the source");
        }

        var rows = table.Profile?.SampledRows ?? 0;
        var filled = rest.Where(column => column.Source.IsNullable && rows >= FewRows && column.Profile is { Nulls: 0, ZeroDates: 0 }).ToList();
        if (filled.Count > 0)
        {
            front.AddRule("is_filled", $"not_null: {YamlText.List(filled.Select(column => column.Name))}", $"no null in {(table.Profile!.IsWhole ? "all" : "the sampled")} {Figure(rows)} rows");
        }

        foreach (var column in table.Columns)
        {
            if (column.Source.Labels.Count > 0)
            {
                AddLabels(front, column, column.Source.Labels);
            }
        }

        foreach (var reference in table.References.Where(reference => !IsInKeyOfSelf(reference)))
        {
            AddReference(front, reference);
        }
    }

    private static void AddLabels(FrontMatterText front, ColumnDraft column, IReadOnlyList<string> labels)
    {
        var name = $"{column.Name}_is_known";
        if (column.Source.DataType == "enum")
        {
            front.AddRule(name, $"accepted_values: {{ column: {YamlText.Scalar(column.Name)}, values: {YamlText.List(labels)} }}");
            return;
        }

        var sql = SparkText.Name(column.Name);
        var values = string.Join(", ", labels.Select(SparkText.Literal));
        front.AddRule(name, $"check: {YamlText.Scalar($"{sql} IS NULL OR {sql} = '' OR forall(split({sql}, ','), label -> label IN ({values}))")}", "a SET: labels with commas between");
    }

    private static void AddReference(FrontMatterText front, ReferenceDraft reference)
    {
        var columns = reference.Columns.Select(column => column.Name).ToList();
        var to = reference.IsCircular
            ? (Table: $"bronze.{reference.To.Name}", Columns: reference.ToColumns.Select(column => column.Source.Name).ToList())
            : (Table: $"silver.{reference.To.Name}", Columns: reference.ToColumns.Select(column => column.Name).ToList());
        var isKey = !reference.IsCircular && to.Columns.SequenceEqual(reference.To.SilverKey.Select(column => column.Name));
        front.AddRule(
            $"{reference.Role}_exists",
            $"references: {YamlText.Scalar(to.Table)}, columns: {OneOrList(columns)}{(isKey ? "" : $", to: {OneOrList(to.Columns)}")}",
            reference.IsCircular && reference.To.ModelProblem is null ? "bronze: silver models do not read each other in a circle" : "");
    }

    // A foreign key to the very columns that it is made of holds for every row.
    private static bool IsInKeyOfSelf(ReferenceDraft reference) => reference.Columns.SequenceEqual(reference.ToColumns);

    private static string OneOrList(List<string> columns) => columns.Count == 1 ? YamlText.Scalar(columns[0]) : YamlText.List(columns);

    private static string WordOf(Definition.PersonalKind kind) => Words.Snake(kind.ToString());

    private static string Figure(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
