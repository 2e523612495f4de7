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
        new("expect", ValueShape.Map, "Rules for the rows of the result, by name.")
        {
            Default = "none",
        },
        new("expect.*", ValueShape.Text | ValueShape.Section, "A rule: its check, or a mapping that says more.")
        {
            Format = ValueFormat.Condition,
        },
        new("expect.*.check", ValueShape.Text, "A condition over the columns of the model. Only rows for which it is TRUE meet the rule.")
        {
            Format = ValueFormat.Condition,
            IsRequired = true,
        },
        new("expect.*.else", ValueShape.Text, "What happens to rows that do not meet it. `warn`: counted and kept. `drop`: counted and left out. `fail`: the table keeps its last version, and the run fails.")
        {
            Format = ValueFormat.Choice,
            Choices = ["warn", "drop", "fail"],
            Default = "`warn`",
        },
    ]);
}
