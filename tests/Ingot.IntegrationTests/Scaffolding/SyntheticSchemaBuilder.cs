using System.Text;

namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>
/// Makes synthetic schemas. The seed decides everything; the seeds from 0 to 19 have each special form at least once: many tables, a thousand columns, several databases, rows near the size limit, large values,
/// storage engines without transactions, partitions, cycles of foreign keys.
/// </summary>
internal sealed class SyntheticSchemaBuilder
{
    private readonly Random _random;
    private readonly int _seed;
    private readonly string _server;
    private readonly List<SyntheticTable> _tables = [];
    private readonly List<string> _afterwards = [];
    private readonly List<string> _said = [];
    private readonly List<string> _rights = [];
    private int _constraints;

    private SyntheticSchemaBuilder(int seed, string server)
    {
        _seed = seed;
        _server = server;
        _random = new Random(seed);
    }

    private bool IsMariaDb => _server == "MariaDB";

    private int Form => _seed % 20;

    /// <summary>Makes the schema of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="server">The server: MariaDB or MySQL.</param>
    /// <param name="prefix">What the databases' names start with.</param>
    public static SyntheticSchema Build(int seed, string server, string prefix)
    {
        var builder = new SyntheticSchemaBuilder(seed, server);
        var databases = Enumerable.Range(0, builder.Form % 5 == 3 ? 2 : 1).Select(number => number == 0 ? prefix : $"{prefix} Ünd-{number}").ToList();
        foreach (var database in databases)
        {
            builder.BuildDatabase(database);
        }

        return builder.Finish(databases);
    }

    private void BuildDatabase(string database)
    {
        var names = new SyntheticNames(_random);
        var first = _tables.Count;
        for (var count = Form == 7 ? 80 : _random.Next(2, 9); count > 0; count--)
        {
            BuildTable(database, names.Next(isCaseSensitive: true));
        }

        foreach (var name in SyntheticNames.Colliding.Where(name => Form % 4 == 1 && names.TryTake(name, isCaseSensitive: true)))
        {
            BuildTable(database, name);
        }

        if (Form % 3 == 0)
        {
            AddCycle(database);
        }

        foreach (var (name, rows, statement) in SyntheticSpecials.Tables(Form, database))
        {
            _afterwards.AddRange(statement);
            _tables.Add(new SyntheticTable { Database = database, Name = name, Rows = rows, IsMade = true });
        }

        _afterwards.AddRange(SyntheticSpecials.Objects(Form, IsMariaDb, database, _tables[first].QuotedName));
        _rights.AddRange(_tables.Skip(first).Select(table => $"SELECT ON {table.QuotedName}"));
        foreach (var edge in SyntheticEdges.Tables(Form, IsMariaDb, SyntheticSchema.Quote(database)))
        {
            _afterwards.AddRange(edge.Statements);
            _said.AddRange(edge.Said);
            var table = new SyntheticTable { Database = database, Name = edge.Name, Rows = edge.Rows ?? 0, IsMade = true };
            if (edge.Rows is not null)
            {
                _tables.Add(table);
            }

            if (edge.Right != "")
            {
                _rights.Add($"{edge.Right ?? "SELECT"} ON {table.QuotedName}");
            }
        }
    }

    private void BuildTable(string database, string name)
    {
        var engine = _random.Next(6) switch
        {
            0 => "MyISAM",
            1 => IsMariaDb && _random.Next(2) == 0 ? "Aria" : "MEMORY",
            _ => "InnoDB",
        };
        var table = new SyntheticTable { Database = database, Name = name, Rows = _random.Next(5) switch { 0 => 0, 1 => 1, _ => _random.Next(2, 20) }, Engine = engine };
        var names = new SyntheticNames(_random);
        var shape = _random.Next(9);
        if (shape > 0)
        {
            for (var parts = shape == 1 ? 3 : shape == 2 ? 2 : 1; parts > 0; parts--)
            {
                var key = SyntheticKey.All[_random.Next(SyntheticKey.All.Count)];
                AddKeyColumn(table, shape == 3 ? "id" : names.Next(isCaseSensitive: false), key);
            }

            var columns = string.Join(", ", table.Key.Select(column => SyntheticSchema.Quote(column.Name)));
            table.Lines.Add(shape == 4 ? $"UNIQUE KEY {SyntheticSchema.Quote("u " + name[..Math.Min(name.Length, 40)])} ({columns})" : $"PRIMARY KEY ({columns})");
            names.TryTake("id", isCaseSensitive: false);
        }

        for (var count = _random.Next(1, 12); count > 0; count--)
        {
            AddColumn(table, names.Next(isCaseSensitive: false));
        }

        if (engine == "InnoDB")
        {
            AddReferences(table, names);
        }

        table.Options = $"ENGINE={engine} DEFAULT CHARSET=utf8mb4 COMMENT={SyntheticSchema.Literal(_random.Next(2) == 0 ? "" : $"It's \"{name}\" */ --- \\ , a comment")}";
        _tables.Add(table);
    }

    private static void AddKeyColumn(SyntheticTable table, string name, SyntheticKey key)
    {
        table.Key.Add((name, key));
        table.Lines.Add($"{SyntheticSchema.Quote(name)} {key.Definition}");
        table.Values.Add((name, key.Value));
    }

    private void AddColumn(SyntheticTable table, string name)
    {
        var types = SyntheticType.All.Where(type => (type.Server.Length == 0 || type.Server == _server) && (type.IsPlain || table.Engine == "InnoDB")).ToList();
        var type = types[_random.Next(types.Count)];
        var quoted = SyntheticSchema.Quote(name);
        var comment = _random.Next(3) == 0 ? $" COMMENT {SyntheticSchema.Literal($"What's \"{name}\"? */ {{}} #")}" : "";
        // MariaDB computes nothing from a CHAR, whose padding depends on the session.
        if (table is { Engine: "InnoDB", Key.Count: > 0 } && !table.Key[0].Key.Definition.StartsWith("CHAR", StringComparison.Ordinal) && _random.Next(12) == 0)
        {
            var from = SyntheticSchema.Quote(table.Key[0].Name);
            table.Lines.Add($"{quoted} INT AS (LENGTH({from}) + 1) {(_random.Next(2) == 0 ? "VIRTUAL" : "STORED")}{comment}");
            return;
        }

        var nullShare = _random.Next(3) switch { 0 => 0, 1 => 30, _ => 100 - (_random.Next(2) * 60) };
        var attributes = _random.Next(15) == 0 && table.Lines.Count > 0 && type.Server.Length == 0 && type.IsPlain ? " INVISIBLE" : "";
        table.Lines.Add($"{quoted} {(type.Definition.EndsWith(" NULL", StringComparison.Ordinal) ? type.Definition : type.Definition + " NULL")}{attributes}{comment}");
        table.Values.Add((name, _ => _random.Next(100) < nullShare ? "NULL" : type.Values[_random.Next(type.Values.Count)]));
    }

    private void AddReferences(SyntheticTable table, SyntheticNames names)
    {
        var parents = _tables.Where(parent => parent is { Engine: "InnoDB", Key.Count: > 0 }).ToList();
        if (table.Key.Count > 0)
        {
            parents.Add(table);
        }

        for (var count = _random.Next(4); count > 0 && parents.Count > 0; count--)
        {
            AddReference(table, parents[_random.Next(parents.Count)], names, isNullable: _random.Next(2) == 0);
        }
    }

    private void AddReference(SyntheticTable table, SyntheticTable parent, SyntheticNames names, bool isNullable)
    {
        // A parent without rows, and the table itself before its rows are there, can only be referred to by nothing.
        var isEmpty = parent.Rows == 0;
        var columns = new List<string>();
        var chosen = new Dictionary<int, int>();
        foreach (var (_, key) in parent.Key)
        {
            var name = names.Next(isCaseSensitive: false);
            columns.Add(SyntheticSchema.Quote(name));
            table.Lines.Add($"{SyntheticSchema.Quote(name)} {(isNullable || isEmpty || parent == table ? key.Definition.Replace(" NOT NULL", " NULL", StringComparison.Ordinal) : key.Definition)}");
            table.Values.Add((name, row =>
            {
                if (!chosen.TryGetValue(row, out var to))
                {
                    to = isEmpty || ((isNullable || parent == table) && _random.Next(3) == 0) ? 0 : _random.Next(1, (parent == table ? row : parent.Rows) + 1);
                    chosen[row] = to;
                }

                return to == 0 ? "NULL" : key.Value(to);
            }
            ));
        }

        var unique = _random.Next(6) == 0 && isEmpty ? "UNIQUE " : "";
        table.Lines.Add($"{unique}KEY k{++_constraints} ({string.Join(", ", columns)})");
        table.Lines.Add(
            $"CONSTRAINT `fk {_constraints}` FOREIGN KEY ({string.Join(", ", columns)}) REFERENCES {parent.QuotedName} ({string.Join(", ", parent.Key.Select(column => SyntheticSchema.Quote(column.Name)))})");
    }

    // Two tables that refer to each other, by columns that are added to both.
    private void AddCycle(string database)
    {
        var (one, two) = ($"{SyntheticSchema.Quote(database)}.`cycle one`", $"{SyntheticSchema.Quote(database)}.`cycle_two`");
        _tables.Add(new SyntheticTable { Database = database, Name = "cycle one", Rows = 3, IsMade = true });
        _tables.Add(new SyntheticTable { Database = database, Name = "cycle_two", Rows = 2, IsMade = true });
        _afterwards.AddRange(
        [
            $"CREATE TABLE {one} (id INT PRIMARY KEY, two_id INT NULL, name VARCHAR(20))",
            $"CREATE TABLE {two} (id INT PRIMARY KEY, one_id INT NOT NULL, amount DECIMAL(10,2), booked_on DATE, CONSTRAINT `to one` FOREIGN KEY (one_id) REFERENCES {one} (id))",
            $"INSERT INTO {one} VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, NULL, NULL)",
            $"INSERT INTO {two} VALUES (7, 1, 1.50, '2024-01-31'), (8, 3, NULL, NULL)",
            $"UPDATE {one} SET two_id = 7 WHERE id <> 2",
            $"ALTER TABLE {one} ADD CONSTRAINT `to two` FOREIGN KEY (two_id) REFERENCES {two} (id)",
        ]);
    }

    private SyntheticSchema Finish(IReadOnlyList<string> databases)
    {
        var statements = new List<string> { "SET sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00', foreign_key_checks = 1", "SET NAMES utf8mb4" };
        statements.AddRange(databases.Select(database => $"CREATE DATABASE {SyntheticSchema.Quote(database)} CHARACTER SET utf8mb4"));
        foreach (var table in _tables.Where(table => !table.IsMade))
        {
            statements.Add($"CREATE TABLE {table.QuotedName} ({string.Join(", ", table.Lines)}) {table.Options}");
            if (table.Rows > 0)
            {
                statements.Add(Insert(table));
            }
        }

        statements.AddRange(_afterwards);
        return new SyntheticSchema(databases, statements, _tables.ToDictionary(table => (table.Database, table.Name), table => table.Rows))
        {
            Said = _said,
            Rights = SyntheticEdges.HasFewRights(Form) ? _rights : null,
        };
    }

    private static string Insert(SyntheticTable table)
    {
        var sql = new StringBuilder($"INSERT INTO {table.QuotedName} ({string.Join(", ", table.Values.Select(column => SyntheticSchema.Quote(column.Name)))}) VALUES ");
        for (var row = 1; row <= table.Rows; row++)
        {
            sql.Append(row == 1 ? "(" : ", (").AppendJoin(", ", table.Values.Select(column => column.Value(row))).Append(')');
        }

        return sql.ToString();
    }
}
