namespace Ingot.Definition.Keys;

/// <summary>The keys of a model's front matter.</summary>
internal static class FrontMatterKeys
{
    public static readonly DefinitionKeySet All = new(
    [
        new("description", ValueShape.Text, "What the table holds, for people; it becomes the table's description.")
        {
            Default = "none",
        },
        new("kind", ValueShape.Text, "How the result becomes the table. `table`: computed whole from the current state of its inputs. `current`: row-wise over one driving table, one row for each key of its current state. `history` and `append` come with a later version.")
        {
            Format = ValueFormat.Choice,
            Choices = ["table", "current"],
            Default = "`table`",
        },
        new("key", ValueShape.Text | ValueShape.List, "The columns that identify a row: one name, or a list. They are checked to be not null and unique. Kind `current` needs it.")
        {
            Format = ValueFormat.Column,
            Default = "none",
        },
        new("key[]", ValueShape.Text, "A column of the key.")
        {
            Format = ValueFormat.Column,
        },
        new("columns", ValueShape.Map, "What the columns hold, by name, for people and catalogs. No value changes by it.")
        {
            Default = "none",
        },
        new("columns.*", ValueShape.Text | ValueShape.Section, "A column: its description, or a mapping that says more.")
        {
            Format = ValueFormat.Text,
        },
        new("columns.*.description", ValueShape.Text, "What the column holds; it becomes the column's comment.")
        {
            Default = "none",
        },
        new("columns.*.personal", ValueShape.Text, "The personal data that the column holds; it stands in the column's metadata and in `ingot tables`.")
        {
            Format = ValueFormat.Choice,
            Choices = PersonalKinds.Names,
            Default = "none",
        },
        new("expect", ValueShape.Map, "Rules for the rows of the result, by name.")
        {
            Default = "none",
        },
        new("expect.*", ValueShape.Text | ValueShape.Section, "A rule: its check, or a mapping with exactly one of `check`, `not_null`, `accepted_values` and `references`.")
        {
            Format = ValueFormat.Condition,
        },
        new("expect.*.check", ValueShape.Text, "A condition over the columns of the model. Only rows for which it is TRUE meet the rule.")
        {
            Format = ValueFormat.Condition,
            IsAlternative = true,
        },
        new("expect.*.not_null", ValueShape.Text | ValueShape.List, "Columns of the model, none of which is null: one name, or a list.")
        {
            Format = ValueFormat.Column,
            IsAlternative = true,
        },
        new("expect.*.not_null[]", ValueShape.Text, "A column.")
        {
            Format = ValueFormat.Column,
        },
        new("expect.*.accepted_values", ValueShape.Section, "A column that is one of a few values. Null passes.")
        {
            IsAlternative = true,
        },
        new("expect.*.accepted_values.column", ValueShape.Text, "A column of the model: a text, a whole number or decimal, a boolean or a date.")
        {
            Format = ValueFormat.Column,
            IsRequired = true,
        },
        new("expect.*.accepted_values.values", ValueShape.List, "The values, at least one. What they mean is said by the column's type: of a text column `1` is the text.")
        {
            IsRequired = true,
        },
        new("expect.*.accepted_values.values[]", ValueShape.Text, "A value.")
        {
            Format = ValueFormat.Value,
        },
        new("expect.*.references", ValueShape.Text, "Another table, in which each row has its row: of `bronze` the current state. A row with a null in `columns` passes. The table is computed before the model, so two models cannot refer to each other, nor a model to itself: refer to `bronze` then.")
        {
            Format = ValueFormat.LakeTable,
            IsAlternative = true,
        },
        new("expect.*.columns", ValueShape.Text | ValueShape.List, "Of `references`, and required there: the columns of the model, one name or a list.")
        {
            Format = ValueFormat.Column,
        },
        new("expect.*.columns[]", ValueShape.Text, "A column.")
        {
            Format = ValueFormat.Column,
        },
        new("expect.*.to", ValueShape.Text | ValueShape.List, "Of `references`: the columns of the other table, in the order of `columns`.")
        {
            Format = ValueFormat.Column,
            Default = "the other table's key",
        },
        new("expect.*.to[]", ValueShape.Text, "A column of the other table.")
        {
            Format = ValueFormat.Column,
        },
        new("expect.*.else", ValueShape.Text, "What happens to rows that do not meet it. `warn`: counted and kept. `drop`: counted and left out. `fail`: the table keeps its last version, and the run fails.")
        {
            Format = ValueFormat.Choice,
            Choices = ["warn", "drop", "fail"],
            Default = "`warn`",
        },
    ]);
}
