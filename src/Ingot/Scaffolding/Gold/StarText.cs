using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>Writes a dimension or a fact: the table's columns without personal data and long values, and the natural names of what it refers to.</summary>
internal sealed class StarText
{
    // More joins than anyone reads.
    private const int MostJoins = 12;
    private readonly TableDraft _table;
    private readonly HashSet<TableDraft> _facts;
    private readonly NameSet _names = new();
    private readonly NameSet _aliases = new();
    private readonly SelectList _list = new();
    private readonly List<string> _joins = [];
    private readonly List<string> _key = [];
    private readonly string _alias;

    public StarText(TableDraft table, HashSet<TableDraft> facts)
    {
        _table = table;
        _facts = facts;
        _alias = _aliases.Take(AliasOf(table.Name));
    }

    /// <summary>The table.</summary>
    public TableDraft Table => _table;

    /// <summary>The name of the date in the fact, its own or that of what it belongs to; null without one. Known after the fact was written.</summary>
    public (string Name, string Source)? Date { get; private set; }

    /// <summary>The date up to which a row holds that holds from the date, as a salary does; null when the date is when something happened.</summary>
    public ColumnDraft? EndOfDate { get; private set; }

    /// <summary>The names of the table's columns in the model, by the column.</summary>
    public Dictionary<ColumnDraft, string> Taken { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes a dimension; null when nothing of the table may be taken.</summary>
    public GoldModel? TryWriteDimension(NameSet names)
    {
        AddColumns(_table.Columns.FirstOrDefault(column => column.IsDate && TechnicalWords.IsCreation(column.Name)));
        AddJoins();
        if (!_list.HasEntries)
        {
            return null;
        }

        var name = names.Take($"dim_{Words.Singular(_table.Name)}");
        var one = Words.Singular(_table.Name).Replace('_', ' ');
        return new GoldModel(name, "dimension", _table, $"a row of {_table.Name}", Write($"One row per {one}, for analysis, without personal data"));
    }

    /// <summary>Writes a fact; null when nothing of the table may be taken.</summary>
    public GoldModel? TryWriteFact(NameSet names)
    {
        var date = Measures.TryEventDate(_table, orCreation: true);
        AddColumns(date);
        if (date is not null && Taken.TryGetValue(date, out var taken))
        {
            Date = (taken, _table.Name);
            EndOfDate = Measures.TryEndOf(_table, date);
            if (EndOfDate is not null)
            {
                _list.AddComment($"a row holds from {date.Name} to {EndOfDate.Name}: add up the rows of one day, not all of them; so there is no monthly series");
            }
        }

        if (Measures.Additive(_table).Where(column => Taken.ContainsKey(column) && Measures.TrySum(column) is null).Select(column => column.Name).ToList() is { Count: > 0 } unsummed)
        {
            _list.AddComment($"not added up: {string.Join(", ", unsummed)}, of more than 28 digits, because the sum may have more than the 38 of a decimal");
        }

        AddJoins();
        if (!_list.HasEntries)
        {
            return null;
        }

        var name = names.Take($"fact_{Words.Snake(_table.Name)}");
        return new GoldModel(name, "fact", _table, $"a row of {_table.Name}", Write($"The rows of {_table.Name}{(_joins.Count > 0 ? ", with the names of what they refer to" : "")}"));
    }

    private string Write(string description)
    {
        var front = new FrontMatterText { Description = description, Key = _key };
        return $"{front}SELECT\n{_list}FROM {_table.Silver} AS {SparkText.Name(_alias)}\n{string.Concat(_joins)}";
    }

    private void AddColumns(ColumnDraft? alsoColumn)
    {
        foreach (var column in _table.SilverKey)
        {
            _key.Add(Add(column, column.Name.Equals("id", StringComparison.OrdinalIgnoreCase) ? $"{Words.Singular(_table.Name)}_id" : column.Name));
        }

        var leftOut = new List<ColumnDraft>();
        foreach (var column in _table.Columns.Where(column => !_table.SilverKey.Contains(column)))
        {
            var isPersonal = column.Personal is not null && column.HashName is null;
            var isTechnical = column.IsTechnical && !ReferenceEquals(column, alsoColumn);
            if (isPersonal || isTechnical || IsLong(column) || TechnicalWords.IsSecret(column))
            {
                leftOut.Add(column);
            }
            else
            {
                Add(column, column.Name);
            }
        }

        if (leftOut.Count > 0)
        {
            _list.AddComment($"not taken (personal, secret, technical or long): {string.Join(", ", leftOut.Select(column => column.Name))}");
        }
    }

    private string Add(ColumnDraft column, string name)
    {
        // What identifies a row or leads to one is personal too when it is an email address: its hash does the same.
        var source = column.Personal is null ? column.Name : column.HashName;
        if (source is null)
        {
            var kept = _names.Take(name);
            Taken[column] = kept;
            _list.Add(Selected(_alias, column.Name, kept), "personal, and part of the key");
            return kept;
        }

        var taken = _names.Take(column.Personal is null ? name : source);
        Taken[column] = taken;
        _list.Add(Selected(_alias, source, taken));
        return taken;
    }

    private void AddJoins()
    {
        foreach (var reference in _table.References)
        {
            if (reference.IsTechnical || reference.To.ModelProblem is not null || reference.Columns.SequenceEqual(reference.ToColumns))
            {
                continue;
            }

            if (!reference.IsUnique)
            {
                _list.AddComment($"{reference.To.Name} is not joined: its columns {string.Join(", ", reference.ToColumns.Select(column => column.Name))} do not identify a row, so the join could multiply rows");
                continue;
            }

            AddJoin(reference);
        }
    }

    private void AddJoin(ReferenceDraft reference)
    {
        var alias = AliasOf(reference.Role == Words.Singular(reference.To.Name) ? reference.To.Name : reference.Role);
        var taken = new List<(string Source, string Name)>();
        var name = NaturalName.TryFind(reference.To);
        if (name is { Personal: null } && !reference.ToColumns.Contains(name))
        {
            taken.Add((name.Name, NameOf(reference, name)));
        }
        else if (name is { Personal: not null })
        {
            _list.AddComment($"{reference.To.Name}.{name.Name} seems to be personal data, so gold does not take it; join {reference.To.Silver} where it may");
        }

        if (reference == TryParent())
        {
            taken.AddRange(HeaderColumns(reference));
        }

        if (taken.Count == 0 || _joins.Count >= MostJoins)
        {
            return;
        }

        alias = _aliases.Take(alias);
        var quoted = SparkText.Name(alias);
        var conditions = reference.Columns.Zip(reference.ToColumns, (from, to) => $"{quoted}.{SparkText.Name(to.Name)} = {SparkText.Name(_alias)}.{SparkText.Name(from.Name)}");
        _joins.Add($"LEFT JOIN {reference.To.Silver} AS {quoted} ON {string.Join(" AND ", conditions)}\n");
        foreach (var (source, wanted) in taken)
        {
            var given = _names.Take(_names.Has(wanted) ? $"{reference.Role}_{wanted}" : wanted);
            _list.Add(Selected(alias, source, given));
            if (Date is null && source == Measures.TryEventDate(reference.To, orCreation: true)?.Name)
            {
                Date = (given, reference.To.Name);
            }
        }
    }

    // What a row is a part of: the one fact that it refers to, or the one that its key begins with.
    private ReferenceDraft? TryParent()
    {
        var facts = _facts.Contains(_table) ? _table.References.FindAll(reference => _facts.Contains(reference.To) && !ReferenceEquals(reference.To, _table) && !reference.IsTechnical) : [];
        return facts.Find(reference => reference.Columns.SequenceEqual(_table.Key.Take(reference.Columns.Count))) ?? (facts.Count == 1 ? facts[0] : null);
    }

    // A line takes the date of what it belongs to, and what that refers to: an order's client.
    private static IEnumerable<(string Source, string Name)> HeaderColumns(ReferenceDraft reference)
    {
        if (Measures.TryEventDate(reference.To, orCreation: true) is { } date && !reference.ToColumns.Contains(date))
        {
            yield return (date.Name, date.IsTechnical ? $"{reference.Role}_{date.Name}" : date.Name);
        }

        foreach (var column in reference.To.References.Where(other => !ReferenceEquals(other.To, reference.To) && !other.IsTechnical).SelectMany(other => other.Columns).Distinct().Where(column => column.Personal is null && !column.IsKey && !reference.ToColumns.Contains(column)))
        {
            yield return (column.Name, column.Name);
        }
    }

    private static string NameOf(ReferenceDraft reference, ColumnDraft name)
    {
        var word = Words.Snake(name.Name);
        return word == reference.Role || word.StartsWith($"{reference.Role}_", StringComparison.Ordinal) ? word : $"{reference.Role}_{word}";
    }

    private static bool IsLong(ColumnDraft column) =>
        column.SparkType == "binary" || column.Source.DataType is "json" or "text" or "mediumtext" or "longtext" || column.Source.MaximumLengthInBytes > 4000;

    private static string Selected(string alias, string source, string name) =>
        $"{SparkText.Name(alias)}.{SparkText.Name(source)}{(source == name ? "" : $" AS {SparkText.Name(name)}")}";

    private static string AliasOf(string role) => role.Length > 0 ? Words.Snake(role) : "t";
}
