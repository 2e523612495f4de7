using Ingot.Definition;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Updating;

/// <summary>Works out what an update adds to a pipeline. It adds files, entries and columns, and changes no line that a person wrote.</summary>
public sealed class UpdatePlanner
{
    private const string DefinitionFile = DefinitionLoader.FileName;
    private const string ReadmeFile = "README.md";
    private readonly PipelineDefinition _definition;
    private readonly GeneratedState _state;
    private readonly Dictionary<string, string> _texts;
    private readonly List<FileChange> _changes = [];
    private readonly List<PastedText> _toPaste = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _newColumns = [];
    private readonly Dictionary<(string Schema, string Table), IReadOnlyList<string>> _columns;

    private UpdatePlanner(PipelineDefinition definition, Dictionary<string, string> texts)
    {
        _definition = definition;
        _texts = texts;
        _state = texts.TryGetValue(GeneratedState.FileName, out var text) && GeneratedState.TryRead(text) is { } state ? state : new GeneratedState();
        _columns = _state.Tables.ToDictionary();
    }

    /// <summary>The patterns that chose the tables of a pipeline; empty when all were taken, or nothing is known.</summary>
    /// <param name="folder">The pipeline's folder.</param>
    /// <returns>The patterns.</returns>
    public static string SelectionOf(string folder) =>
        Read(folder, [GeneratedState.FileName]).TryGetValue(GeneratedState.FileName, out var text) ? GeneratedState.TryRead(text)?.Selection ?? "" : "";

    /// <summary>Plans an update. Reads the pipeline's files, and writes none.</summary>
    /// <param name="definition">The pipeline as it is.</param>
    /// <param name="study">What the source holds now; of all tables, chosen or not.</param>
    /// <param name="selection">The tables that may be added.</param>
    /// <param name="options">The pipeline's name and source.</param>
    /// <returns>The plan.</returns>
    public static PipelineUpdate Plan(PipelineDefinition definition, SourceStudy study, TableSelection selection, DraftOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(options);
        var names = definition.Tables.ToDictionary(table => (table.Schema, table.Table), table => table.Name);
        var models = definition.Models.Select(model => $"{TableName.FolderOf(model.Layer)}/{model.Name}.sql");
        var planner = new UpdatePlanner(definition, Read(definition.Folder, [DefinitionFile, ReadmeFile, GeneratedState.FileName, .. models]));
        var wanted = study.Catalog with { Tables = [.. study.Catalog.Tables.Where(table => names.ContainsKey((table.Schema, table.Name)) || (selection.Includes(table.Schema, table.Name) && !planner.WasTakenOut(table.Schema, table.Name)))] };
        return planner.Plan(PipelineDraft.Build(wanted, study.Profiles, options with { KnownNames = names, Selection = selection.Text }), study.Catalog, names);
    }

    private static Dictionary<string, string> Read(string folder, IEnumerable<string> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            if (File.Exists(path))
            {
                texts[file] = File.ReadAllText(path);
            }
        }

        return texts;
    }

    private bool WasTakenOut(string schema, string table) => _state.Tables.ContainsKey((schema, table));

    private PipelineUpdate Plan(PipelineDraft draft, SourceCatalog catalog, Dictionary<(string Schema, string Table), string> names)
    {
        var newTables = draft.Tables.Where(table => !names.ContainsKey((table.Schema.Schema, table.Schema.Name))).ToList();
        foreach (var table in draft.Tables.Except(newTables))
        {
            AddColumns(table);
        }

        AddTables(draft, newTables);
        foreach (var (path, error) in DraftCheck.FindUnfit(_definition, _texts, _changes, draft))
        {
            _changes.RemoveAll(change => change.Path == path);
            _notes.Add($"{path} is not added, because it does not fit your models: {error}");
        }

        if (newTables.Count > 0 || _newColumns.Count > 0)
        {
            RewriteReadme(draft);
        }

        Note(catalog, names, draft, newTables);
        if (_changes.Count > 0 || draft.Tables.Any(HasOtherTypes))
        {
            var files = _state.Files.ToDictionary();
            foreach (var change in _changes.Where(change => change.OldText is null || _state.IsAsWritten(change.Path, change.OldText)))
            {
                files[change.Path] = GeneratedState.DigestOf(change.NewText);
            }

            var types = _state.Types.ToDictionary();
            foreach (var table in draft.Tables)
            {
                types[(table.Schema.Schema, table.Schema.Name)] = GeneratedState.TypesOf(table);
            }

            var state = _state with { Files = files, Tables = _columns, Types = types };
            _changes.Add(new FileChange(GeneratedState.FileName, _texts.GetValueOrDefault(GeneratedState.FileName), state.Write()));
        }

        return new PipelineUpdate
        {
            NewTables = [.. newTables.Select(table => table.Name)],
            NewColumns = _newColumns,
            Changes = _changes,
            ToPaste = _toPaste,
            Notes = _notes,
        };
    }

    private bool HasOtherTypes(TableDraft table) =>
        _state.Types.TryGetValue((table.Schema.Schema, table.Schema.Name), out var types) && table.Columns.Any(column => types.GetValueOrDefault(column.Source.Name, column.SparkType) != column.SparkType);

    private void AddColumns(TableDraft table)
    {
        var place = (table.Schema.Schema, table.Schema.Name);
        if (!_state.Tables.TryGetValue(place, out var known) && !_texts.ContainsKey(PipelineDraft.SilverPath(table)))
        {
            return;
        }

        if (known is null)
        {
            _notes.Add($"{table.Name} was not written by `ingot new`, so its new columns are not known.");
            return;
        }

        var path = PipelineDraft.SilverPath(table);
        var added = table.Columns.Where(column => !known.Contains(column.Source.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (added.Count == 0 || !_texts.TryGetValue(path, out var text))
        {
            return;
        }

        // A person who has added it already named it.
        var missing = added.Where(column => !CodeText.Mentions(text, column.Source.Name)).ToList();
        var personal = missing.FindAll(column => column.Personal is not null);
        var entries = personal.ConvertAll(column => $"  {YamlText.Scalar(column.Name)}: {{ personal: {PersonalKinds.NameOf(column.Personal!.Kind)} }}");
        _newColumns.AddRange(missing.Select(column => $"{table.Name}.{column.Name}"));
        var lines = SilverText.Lines(missing, table).ToAppendix();
        var from = text.LastIndexOf("\nFROM bronze.", StringComparison.Ordinal);
        if (missing.Count > 0 && _state.IsAsWritten(path, text) && from >= 0 && FrontMatterColumns.TryAdd(text.Insert(from + 1, $"  -- New in the source:\n{lines}"), entries) is { } longer)
        {
            _changes.Add(new FileChange(path, text, longer));
            _columns[place] = [.. known, .. added.Select(column => column.Source.Name)];
        }
        else if (missing.Count > 0)
        {
            _toPaste.Add(new PastedText(path, "you changed this file; add to the end of its SELECT", lines));
            if (entries.Count > 0)
            {
                _toPaste.Add(new PastedText(path, "and to its front matter, under `columns:`, as personal data", $"{string.Join('\n', entries)}\n"));
            }
        }

        if (personal.Count > 0 && _definition.Tables.FirstOrDefault(one => one.Schema == table.Schema.Schema && one.Table == table.Schema.Name) is { } defined)
        {
            var seem = string.Join("; ", personal.Select(column => $"{table.Name}.{column.Name} {column.Personal!.Reason}"));
            _toPaste.Add(new PastedText(DefinitionFile, $"new columns seem to be personal data ({seem}); put this in the place of the entry of {table.Schema.FullName}", DefinitionDraft.EntryWith(defined, table.Schema, personal)));
        }
    }

    private void AddTables(PipelineDraft draft, List<TableDraft> newTables)
    {
        if (newTables.Count > 0)
        {
            var entries = string.Concat(newTables.Select(DefinitionDraft.Entry));
            var text = _texts[DefinitionFile];
            if (TableListText.TryAdd(text, entries) is { } longer)
            {
                _changes.Add(new FileChange(DefinitionFile, text, longer));
            }
            else
            {
                _toPaste.Add(new PastedText(DefinitionFile, "the list of tables is not written an entry a line; add to it, then update again for the models", entries));
                return;
            }
        }

        foreach (var table in draft.Tables.Where(table => newTables.Contains(table) || (!_state.Tables.ContainsKey((table.Schema.Schema, table.Schema.Name)) && !_texts.ContainsKey(PipelineDraft.SilverPath(table)))))
        {
            _columns[(table.Schema.Schema, table.Schema.Name)] = [.. table.Columns.Select(column => column.Source.Name)];
        }

        var known = _definition.Models.Select(model => $"{TableName.FolderOf(model.Layer)}/{model.Name}.sql").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in draft.Files.Where(file => file.Path.EndsWith(".sql", StringComparison.Ordinal) && !known.Contains(file.Path) && !_state.Files.ContainsKey(file.Path)))
        {
            if (newTables.Count > 0 || !file.Path.StartsWith("gold/", StringComparison.Ordinal))
            {
                _changes.Add(new FileChange(file.Path, null, file.Text));
            }
        }
    }

    private void RewriteReadme(PipelineDraft draft)
    {
        var text = draft.Files.First(file => file.Path == ReadmeFile).Text;
        if (_texts.TryGetValue(ReadmeFile, out var old) && _state.IsAsWritten(ReadmeFile, old) && old != text)
        {
            _changes.Add(new FileChange(ReadmeFile, old, text));
        }
    }

    private void Note(SourceCatalog catalog, Dictionary<(string Schema, string Table), string> names, PipelineDraft draft, IReadOnlyList<TableDraft> newTables)
    {
        _notes.AddRange(SourceNotes.OfTables(names, catalog, newTables, _state));
        foreach (var table in draft.Tables)
        {
            _notes.AddRange(SourceNotes.OfColumns(table, _state, _texts.GetValueOrDefault(PipelineDraft.SilverPath(table)), catalog));
        }

        foreach (var table in catalog.Tables.Where(table => !names.ContainsKey((table.Schema, table.Name)) && WasTakenOut(table.Schema, table.Name)))
        {
            _notes.Add($"{table.Schema}.{table.Name} was taken out by you and is not added again.");
        }
    }
}
