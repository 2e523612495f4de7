using System.Globalization;
using System.Text;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes <c>ingot.yaml</c>.</summary>
internal static class DefinitionDraft
{
    /// <summary>The largest value that a load is sure to carry.</summary>
    private const long LargeValueInBytes = 100_000_000;

    /// <summary>Writes the file.</summary>
    /// <param name="options">The pipeline's name and source.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="leftOut">What is not loaded.</param>
    /// <returns>The text.</returns>
    public static string Write(DraftOptions options, IReadOnlyList<TableDraft> tables, IReadOnlyList<LeftOutObject> leftOut)
    {
        var text = new StringBuilder();
        text.Append("version: 1\n");
        text.Append($"name: {YamlText.Scalar(options.Name)}\n");
        text.Append($"# {options.SourceVariable} names another server, such as that of production. No password stands here: set INGOT_SOURCE_PASSWORD, or be asked for it.\n");
        text.Append("source:\n");
        text.Append($"  url: {YamlText.Scalar($"${{{options.SourceVariable}:-{options.SourceUrl}}}")}\n");
        text.Append("  time_zone: UTC  # the zone in which DATETIME values are meant; a guess, no server tells it\n");
        text.Append($"  zero_dates: null  # {ZeroDates(tables)}\n");
        if (options.Selection.Length > 0)
        {
            text.Append($"# Chosen by --tables {YamlText.Comment(options.Selection)}\n");
        }

        text.Append("tables:\n");
        foreach (var table in tables)
        {
            text.Append(Entry(table));
        }

        foreach (var thing in leftOut)
        {
            text.Append($"  # left out: {YamlText.Comment($"{thing.Kind} {thing.Schema}.{thing.Name}: {thing.Reason}")}\n");
        }

        text.Append("verify: { after_run: true }  # a run ends with the proof that the lake equals the source; it reads the source a second time\n");
        text.Append("landing: { keep: 7 days }\n");
        text.Append("models: { memory: 1 GB }\n");
        text.Append("environments:\n");
        text.Append($"  dev: {{ lake: ./lakes/{options.Name}, engine: embedded }}\n");
        return text.ToString();
    }

    /// <summary>The entry of a table, with the comments before it.</summary>
    public static string Entry(TableDraft table)
    {
        var text = new StringBuilder();
        foreach (var remark in Remarks(table))
        {
            text.Append($"  # {YamlText.Comment($"{table.Schema.Name}: {remark}")}\n");
        }

        var name = FullName(table.Schema);
        var parts = new List<string>();
        if (!table.Name.Equals(table.Schema.Name, StringComparison.Ordinal))
        {
            parts.Add($"as: {YamlText.Scalar(table.Name)}");
        }

        if (table.Key.Count > 0 && !table.Key.Select(column => column.Source.Name).SequenceEqual(table.Schema.PrimaryKey))
        {
            parts.Add($"key: [{string.Join(", ", table.Key.Select(column => Quoted(column.Source.Name)))}]");
        }

        if (table.Without.Count > 0)
        {
            parts.Add($"without: [{string.Join(", ", table.Without.Select(Quoted))}]");
        }

        var personal = table.Columns.Where(column => column.Personal is not null).ToList();
        if (personal.Count > 0)
        {
            parts.Add($"personal: {{ {string.Join(", ", personal.Select(column => $"{YamlText.Scalar(column.Source.Name)}: {Words.Snake(column.Personal!.Kind.ToString())}"))} }}");
        }

        text.Append(parts.Count == 0 ? $"  - {name}\n" : $"  - {{ name: {name}, {string.Join(", ", parts)} }}\n");
        return text.ToString();
    }

    /// <summary>The shortest entry of a table that gets a name of its own in bronze.</summary>
    public static string NameOf(TableSchema table, string name) => $"`- {{ name: {FullName(table)}, as: {YamlText.Scalar(name)} }}`";

    /// <summary>The entry of a table that is defined, with personal data in it that is not there yet.</summary>
    /// <param name="defined">The table of the definition.</param>
    /// <param name="schema">The table of the source.</param>
    /// <param name="columns">The columns with personal data that are new.</param>
    public static string EntryWith(TableDefinition defined, TableSchema schema, IEnumerable<ColumnDraft> columns)
    {
        var parts = new List<string>();
        if (!defined.Name.Equals(schema.Name, StringComparison.Ordinal))
        {
            parts.Add($"as: {YamlText.Scalar(defined.Name)}");
        }

        if (defined.Key is { } key)
        {
            parts.Add($"key: [{string.Join(", ", key.Select(Quoted))}]");
        }

        if (defined.Without.Count > 0)
        {
            parts.Add($"without: [{string.Join(", ", defined.Without.Select(Quoted))}]");
        }

        var personal = defined.Personal.Where(column => column.Personal is not null).Select(column => (column.Name, Kind: PersonalKinds.NameOf(column.Personal!.Value)))
            .Concat(columns.Select(column => (column.Source.Name, Kind: PersonalKinds.NameOf(column.Personal!.Kind))));
        parts.Add($"personal: {{ {string.Join(", ", personal.Select(column => $"{YamlText.Scalar(column.Name)}: {column.Kind}"))} }}");
        return $"  - {{ name: {FullName(schema)}, {string.Join(", ", parts)} }}\n";
    }

    private static string FullName(TableSchema table) => Quoted($"{Part(table.Schema)}.{Part(table.Name)}");

    private static IEnumerable<string> Remarks(TableDraft table)
    {
        if (!table.Name.Equals(table.Schema.Name, StringComparison.Ordinal))
        {
            yield return $"named {table.Name} in the lake, because its own name needs quotes there or is another table's";
        }

        if (table.Key.Count == 0)
        {
            yield return "no primary key and no unique key without nulls, so it has no key";
        }
        else if (!table.Key.Select(column => column.Source.Name).SequenceEqual(table.Schema.PrimaryKey))
        {
            yield return "no primary key that lands, so the key is a unique key without nulls";
        }

        var unsigned = table.Columns.Where(column => column.SparkType == "decimal(20,0)" && column.Source.DataType == "bigint").ToList();
        if (unsigned.Count > 0)
        {
            yield return $"BIGINT UNSIGNED becomes decimal(20,0), no whole number is wide enough: {string.Join(", ", unsigned.Select(column => column.Source.Name))}";
        }

        foreach (var column in table.Columns)
        {
            if (column.Profile is { ZeroDates: > 0 } dates)
            {
                yield return $"{column.Source.Name} has zero or impossible dates, {dates.ZeroDates.ToString("N0", CultureInfo.InvariantCulture)} of {table.Profile!.SampledRows.ToString("N0", CultureInfo.InvariantCulture)} rows that were looked at; zero_dates above makes them null";
            }

            if (column.Profile?.MaxLength >= LargeValueInBytes)
            {
                yield return $"{column.Source.Name} has values of {column.Profile.MaxLength.Value.ToString("N0", CultureInfo.InvariantCulture)} bytes; a load holds some of them in memory at once";
            }
        }

        var secrets = table.Columns.Where(TechnicalWords.IsSecret).ToList();
        if (secrets.Count > 0)
        {
            var names = string.Join(", ", secrets.Select(column => column.Source.Name));
            yield return $"{names} {(secrets.Count == 1 ? "seems to be a secret" : "seem to be secrets")}, which gold does not take; `without: [{names}]` in this entry keeps it out of the lake, then take its line out of silver/{table.Name}.sql too";
        }

        var personal = table.Columns.Where(column => column.Personal is not null).ToList();
        if (personal.Count > 0)
        {
            yield return $"personal data is a guess: {string.Join("; ", personal.Select(column => $"{column.Source.Name} {column.Personal!.Reason}"))}";
        }
    }

    private static string ZeroDates(IReadOnlyList<TableDraft> tables)
    {
        var places = tables.SelectMany(table => table.Columns.Where(column => column.Profile is { ZeroDates: > 0 }).Select(column => $"{table.Name}.{column.Name}")).ToList();
        return places.Count == 0
            ? "zero and impossible dates become null and are counted; `fail` ends a load that meets one"
            : YamlText.Comment($"zero and impossible dates become null and are counted, because there are some: {string.Join(", ", places.Take(5))}{(places.Count > 5 ? ", …" : "")}");
    }

    private static string Part(string name) =>
        name.Length > 0 && name.IndexOfAny(['.', '`', '*']) < 0 && name.Trim() == name ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    // In ingot.yaml, ${ begins a variable.
    private static string Quoted(string text) => YamlText.Scalar(text.Replace("${", "$${", StringComparison.Ordinal));
}
