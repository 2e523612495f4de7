namespace Ingot.Definition.Keys;

/// <summary>The keys of <c>ingot.yaml</c>.</summary>
internal static class PipelineKeys
{
    public static readonly DefinitionKeySet All = new(
    [
        new("version", ValueShape.Text, "The version of the definition's shape. This Ingot knows version 1; a newer one is refused.")
        {
            Format = ValueFormat.Integer,
            IsRequired = true,
        },
        new("name", ValueShape.Text, "The pipeline's name, at most 64 characters.")
        {
            Format = ValueFormat.Name,
            IsRequired = true,
        },
        new("source", ValueShape.Section, "The MySQL or MariaDB database that is replicated."),
        new("source.url", ValueShape.Text, "The server and database; several have commas between, `…/db,db2`. Each table names its database, so a run reads the tables of all of them whatever stands here. No password stands here: it comes from an environment variable that the URL names, from `INGOT_SOURCE_PASSWORD`, or from a prompt. `--source` is used in its place. When a variable that it names is not set, and without it, the private server is used.")
        {
            Format = ValueFormat.SourceUrl,
            MayBeEmpty = true,
            Default = "the private server",
        },
        new("source.time_zone", ValueShape.Text, "The time zone in which the source means its DATETIME values.")
        {
            Format = ValueFormat.TimeZone,
            Default = "`UTC`",
        },
        new("source.zero_dates", ValueShape.Text, "What becomes of zero and impossible dates such as `0000-00-00`: `null` makes them null and counts them, `fail` ends the load and names the table and column.")
        {
            Format = ValueFormat.Choice,
            Choices = ["null", "fail"],
            Default = "`null`",
        },
        new("tables", ValueShape.List, "The tables that are replicated, at least one. `shop.clients` becomes `bronze.clients`. Two tables that would get one name in bronze, also by case, are an error.")
        {
            IsRequired = true,
        },
        new("tables[]", ValueShape.Text | ValueShape.Section, "A table: `schema.table`, or a mapping when it gets another name or key. A part with a dot or a back-tick stands in back-ticks, a back-tick inside doubled, and the whole in quotes, because YAML keeps back-ticks for itself: ``\"`my.schema`.clients\"``.")
        {
            Format = ValueFormat.SourceTable,
        },
        new("tables[].name", ValueShape.Text, "The table in the source, `schema.table`.")
        {
            Format = ValueFormat.SourceTable,
            IsRequired = true,
        },
        new("tables[].as", ValueShape.Text, "The table's name in bronze.")
        {
            Format = ValueFormat.TableName,
            Default = "the table's name in the source",
        },
        new("tables[].key", ValueShape.Text | ValueShape.List, "The columns that identify a row: one name, or a list.")
        {
            Format = ValueFormat.Column,
            Default = "the primary key, else a unique key without nulls, else none",
        },
        new("tables[].key[]", ValueShape.Text, "A column of the key.")
        {
            Format = ValueFormat.Column,
        },
        new("tables[].personal", ValueShape.Map, "The columns that hold personal data, by name. It stands in the columns' metadata in bronze and in `ingot tables`, from the next files that are adopted on. No value changes by it.")
        {
            Default = "none",
        },
        new("tables[].personal.*", ValueShape.Text, "The personal data that the column holds.")
        {
            Format = ValueFormat.Choice,
            Choices = PersonalKinds.Names,
        },
        new("tables[].without", ValueShape.Text | ValueShape.List, "Columns that are not loaded: one name, or a list. Needed for a column whose type or name cannot land; what the account may not read is left out by itself.")
        {
            Format = ValueFormat.Column,
            Default = "none",
        },
        new("tables[].without[]", ValueShape.Text, "A column that is not loaded.")
        {
            Format = ValueFormat.Column,
        },
        new("landing", ValueShape.Section, "The files that replication writes."),
        new("landing.keep", ValueShape.Text, "How long a file stays in landing after it was adopted. Shorter than 30 days, which is how long bronze keeps removed files.")
        {
            Format = ValueFormat.Duration,
            Default = "`7 days`",
        },
        new("models", ValueShape.Section, "How models run."),
        new("models.memory", ValueShape.Text, "The memory that models may use before they spill to disk. At least 64 MB.")
        {
            Format = ValueFormat.Size,
            Default = "`1 GB`",
        },
        new("verify", ValueShape.Section, "When the lake is compared with the source."),
        new("verify.after_run", ValueShape.Text, "Whether `ingot run` ends with `ingot verify` when something changed. It reads the source a second time. Rows that differ because the source has moved on since the load are no failure of the run.")
        {
            Format = ValueFormat.Choice,
            Choices = ["true", "false"],
            Default = "`false`",
        },
        new("environments", ValueShape.Map, "The environments by name. `--environment` chooses one; the first is the default.")
        {
            Default = "one, `dev`, with the defaults",
        },
        new("environments.*", ValueShape.Section, "An environment. Only the chosen one needs its environment variables set.")
        {
            Format = ValueFormat.Name,
        },
        new("environments.*.lake", ValueShape.Text, "The lake. A relative path starts at the current folder, as that of `--lake` does, not at the pipeline's: a lake belongs to where you work. `--lake` is used in its place.")
        {
            Format = ValueFormat.LakePath,
            Default = "`./lake`",
        },
        new("environments.*.engine", ValueShape.Text, "The engine that runs the models: `embedded` is DuckDB in the process, `spark` is Spark through Spark Connect.")
        {
            Format = ValueFormat.Choice,
            Choices = ["embedded", "spark"],
            Default = "`embedded`",
        },
    ]);
}
