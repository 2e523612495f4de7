using Ingot.Definition;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.Scaffolding.Names;
using Ingot.Scaffolding.Personal;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Works out what becomes of the tables of a source: names, keys, columns, references.</summary>
internal static class TableDrafts
{
    private static readonly PersonalKind[] Hashed = [PersonalKind.Email, PersonalKind.Phone, PersonalKind.Card, PersonalKind.Account, PersonalKind.NationalId, PersonalKind.IpAddress];

    /// <summary>Drafts the tables.</summary>
    /// <param name="catalog">What the source holds.</param>
    /// <param name="profiles">What a look at the values told; empty for none.</param>
    /// <param name="options">Names that are given already.</param>
    /// <param name="leftOut">Takes what cannot be loaded.</param>
    /// <returns>The tables in the order of the catalog.</returns>
    public static IReadOnlyList<TableDraft> Build(
        SourceCatalog catalog, IReadOnlyDictionary<TableSchema, TableProfile> profiles, DraftOptions options, List<LeftOutObject> leftOut)
    {
        var safeNames = SafeNames.ForTables(catalog.Tables);
        var referred = catalog.Tables.SelectMany(table => table.ForeignKeys)
            .SelectMany(key => key.ReferencedColumns.Select(column => $"{key.ReferencedSchema}\0{key.ReferencedTable}\0{column}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new NameSet(catalog.Tables.Select(table => options.KnownNames.GetValueOrDefault((table.Schema, table.Name))).OfType<string>());
        var drafts = new List<TableDraft>();
        foreach (var table in catalog.Tables)
        {
            if (ProblemOf(table) is { } problem)
            {
                leftOut.Add(new LeftOutObject(table.Schema, table.Name, "table", problem));
                continue;
            }

            var name = options.KnownNames.GetValueOrDefault((table.Schema, table.Name)) ?? names.Take(safeNames[table]);
            drafts.Add(Draft(table, name, profiles.GetValueOrDefault(table), referred) with { Without = WithoutOf(table, catalog.LeftOut) });
        }

        Link(drafts);
        return drafts;
    }

    // What the account may not read, and what the server computes, a load leaves out by itself.
    private static List<string> WithoutOf(TableSchema table, IReadOnlyList<LeftOutObject> leftOut) =>
    [
        .. leftOut
            .Where(thing => thing.Kind == "column" && thing.Schema == table.Schema && thing.Name.StartsWith($"{table.Name}.", StringComparison.Ordinal)
                && thing.Reason != SourceColumns.NotGranted && !thing.Name.EndsWith(')'))
            .Select(thing => thing.Name[(table.Name.Length + 1)..]),
    ];

    private static string? ProblemOf(TableSchema table)
    {
        if (HasControl(table.Schema) || HasControl(table.Name))
        {
            return "its name holds a control character, which no definition file can";
        }

        try
        {
            return TypeMapping.Map(table).Count == 0 ? "it has no column that can be loaded" : null;
        }
        catch (Exception exception) when (exception is PipelineException or MySqlSourceException)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    private static TableDraft Draft(TableSchema table, string name, TableProfile? profile, HashSet<string> referred)
    {
        var key = LandingSchema.FindKey(new TableDefinition(table.Schema, table.Name, name, new FilePlace(DefinitionLoader.FileName, 1, 1)), table);
        var links = table.UniqueKeys.SelectMany(unique => unique.Columns).Concat(table.ForeignKeys.SelectMany(foreign => foreign.Columns)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var safeNames = SafeNames.ForColumns(table);
        var taken = new NameSet(safeNames.Values);
        var columns = new List<ColumnDraft>();
        foreach (var mapping in TypeMapping.Map(table))
        {
            var isKey = key.Contains(mapping.Column.Name, StringComparer.OrdinalIgnoreCase);
            var column = new ColumnDraft(mapping.Column, safeNames[mapping.Column.Name], mapping.SparkType)
            {
                Profile = profile?.Columns.GetValueOrDefault(mapping.Column.Name),
                IsKey = isKey,
                IsLink = links.Contains(mapping.Column.Name) || referred.Contains($"{table.Schema}\0{table.Name}\0{mapping.Column.Name}"),
                IsTechnical = !isKey && TechnicalWords.IsTechnical(safeNames[mapping.Column.Name]),
            };
            var personal = PersonalColumns.Find(column.Source, column.Profile, table);
            var isHashed = personal is not null && Hashed.Contains(personal.Kind) && HashOf(column) is not null;
            columns.Add(column with { Personal = personal, HashName = isHashed ? taken.Take($"{column.Name}_hash") : null });
        }

        var draft = new TableDraft(table, name) { Columns = columns, Profile = profile };
        var keyColumns = key.Select(part => draft.TryColumn(part)!).ToList();
        return draft with
        {
            Key = keyColumns,
            KeyProblem = keyColumns.Find(column => column.IsDate && column.Profile is { ZeroDates: > 0 }) is { } zero
                ? $"{zero.Name} has zero dates, which become null, and a key has no nulls"
                : null,
            ModelProblem = columns.Find(column => HasControl(column.Source.Name)) is not null ? "a column's name holds a control character, which no SQL file can" : null,
        };
    }

    /// <summary>The hash of a column in SQL, or null for a type that has none.</summary>
    public static string? HashOf(ColumnDraft column) => column.SparkType switch
    {
        "string" or "binary" => $"sha2({column.Expression}, 256)",
        "float" or "double" or "boolean" or "date" or "timestamp" => null,
        _ => $"sha2(CAST({column.Expression} AS STRING), 256)",
    };

    private static bool HasControl(string text) => text.Any(char.IsControl);

    private static void Link(List<TableDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            foreach (var key in draft.Schema.ForeignKeys)
            {
                if (TryResolve(draft, key, drafts) is { } reference && draft.References.TrueForAll(other => !IsSame(other, reference)))
                {
                    draft.References.Add(reference);
                }
            }
        }

        var circles = Circles.Find(drafts);
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.References.Count; i++)
            {
                var reference = draft.References[i];
                draft.References[i] = reference with { IsCircular = reference.To.ModelProblem is not null || circles[draft] == circles[reference.To] };
            }
        }
    }

    private static ReferenceDraft? TryResolve(TableDraft from, ForeignKeySchema key, List<TableDraft> drafts)
    {
        var to = drafts.Find(draft => draft.Schema.Schema == key.ReferencedSchema && draft.Schema.Name == key.ReferencedTable)
            ?? drafts.Find(draft => draft.Schema.Schema.Equals(key.ReferencedSchema, StringComparison.OrdinalIgnoreCase) && draft.Schema.Name.Equals(key.ReferencedTable, StringComparison.OrdinalIgnoreCase));
        var columns = key.Columns.Select(from.TryColumn).ToList();
        var toColumns = to is null ? [] : key.ReferencedColumns.Select(to.TryColumn).ToList();
        if (to is null || columns.Count == 0 || columns.Count != toColumns.Count || columns.Contains(null) || toColumns.Contains(null) || !columns.Zip(toColumns).All(pair => AreComparable(pair.First!, pair.Second!)))
        {
            return null;
        }

        var referenced = key.ReferencedColumns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isUnique = to.Schema.UniqueKeys.Any(unique => unique.Columns.Count > 0 && unique.Columns.All(referenced.Contains))
            || (to.Schema.PrimaryKey.Count > 0 && to.Schema.PrimaryKey.All(referenced.Contains));
        return new ReferenceDraft(key, columns!, to, toColumns!, isUnique);
    }

    private static bool IsSame(ReferenceDraft left, ReferenceDraft right) =>
        left.To == right.To && left.Columns.Select(column => column.Name).SequenceEqual(right.Columns.Select(column => column.Name))
        && left.ToColumns.Select(column => column.Name).SequenceEqual(right.ToColumns.Select(column => column.Name));

    private static bool AreComparable(ColumnDraft left, ColumnDraft right) =>
        left.SparkType is not ("float" or "double") && (left.SparkType == right.SparkType || (IsWhole(left.SparkType) && IsWhole(right.SparkType)));

    private static bool IsWhole(string type) => type is "tinyint" or "smallint" or "int" or "bigint" or "decimal(20,0)";
}
