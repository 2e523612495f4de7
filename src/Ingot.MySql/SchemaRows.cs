using System.Globalization;
using System.Text;

namespace Ingot.MySql;

/// <summary>Reads the rows of <c>information_schema</c> into tables. Pure; columns are found by name, because servers differ in which they have.</summary>
internal static class SchemaRows
{
    /// <summary>Builds tables.</summary>
    /// <param name="tables">Rows of <c>tables</c>.</param>
    /// <param name="columns">Rows of <c>columns</c>, in the order of the places.</param>
    /// <param name="statistics">Rows of <c>statistics</c> that are unique, the primary key first.</param>
    /// <param name="keyUsage">Rows of <c>key_column_usage</c> that refer to a table.</param>
    /// <returns>The tables in the order of their rows.</returns>
    public static IReadOnlyList<TableSchema> Build(SqlRows tables, SqlRows columns, SqlRows statistics, SqlRows keyUsage)
    {
        var columnsOf = Read(columns).ToLookup(TableOf);
        var keysOf = Read(statistics).ToLookup(TableOf);
        var foreignKeysOf = Read(keyUsage).ToLookup(TableOf);
        return [.. Read(tables).Select(row =>
        {
            var key = TableOf(row);
            var isView = row["TABLE_TYPE"] is "VIEW" or "SYSTEM VIEW";
            var read = columnsOf[key].Select(BuildColumn).ToList();
            var uniqueKeys = BuildUniqueKeys(keysOf[key], FindVersionColumns(columnsOf[key]));
            return new TableSchema
            {
                Schema = row["TABLE_SCHEMA"]!,
                Name = row["TABLE_NAME"]!,
                Columns = read,
                HiddenColumns = FindHidden(read),
                UniqueKeys = uniqueKeys,
                PrimaryKey = uniqueKeys.FirstOrDefault(unique => unique.Name == "PRIMARY")?.Columns ?? [],
                ForeignKeys = BuildForeignKeys(foreignKeysOf[key]),
                Engine = row["ENGINE"] ?? "",
                IsView = isView,
                IsSequence = row["TABLE_TYPE"] == "SEQUENCE",
                IsPartitioned = row["CREATE_OPTIONS"]?.Contains("partitioned", StringComparison.OrdinalIgnoreCase) == true,
                EstimatedRows = ReadNumber(row["TABLE_ROWS"]) ?? 0,
                EstimatedSizeInBytes = ReadNumber(row["DATA_LENGTH"]) ?? 0,
                Comment = isView ? "" : row["TABLE_COMMENT"] ?? "",
            };
        })];
    }

    /// <summary>Reads the labels of <c>enum('a','it''s')</c>.</summary>
    /// <param name="columnType">The full type.</param>
    /// <returns>The labels; none when one has a question mark, which is also how the server shows a character that it cannot show.</returns>
    public static IReadOnlyList<string> ReadLabels(string columnType)
    {
        var start = columnType.IndexOf('(', StringComparison.Ordinal);
        if (start < 0 || columnType.Contains('?', StringComparison.Ordinal))
        {
            return [];
        }

        var labels = new List<string>();
        var label = new StringBuilder();
        var isInside = false;
        for (var i = start + 1; i < columnType.Length; i++)
        {
            var character = columnType[i];
            var next = i + 1 < columnType.Length ? columnType[i + 1] : '\0';
            if (isInside && character == '\\')
            {
                label.Append(next switch { 'n' => '\n', 'r' => '\r', '0' => '\0', _ => next });
                i++;
            }
            else if (isInside && character == '\'' && next == '\'')
            {
                label.Append('\'');
                i++;
            }
            else if (character == '\'')
            {
                if (isInside)
                {
                    labels.Add(label.ToString());
                    label.Clear();
                }

                isInside = !isInside;
            }
            else if (isInside)
            {
                label.Append(character);
            }
        }

        return labels;
    }

    private static IEnumerable<Row> Read(SqlRows rows)
    {
        var places = rows.Columns.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return rows.Rows.Select(values => new Row(places, values));
    }

    private static (string Schema, string Table) TableOf(Row row) => (row["TABLE_SCHEMA"]!, row["TABLE_NAME"]!);

    private static ColumnSchema BuildColumn(Row row)
    {
        var extra = row["EXTRA"] ?? "";
        var columnType = row["COLUMN_TYPE"]!;
        var dataType = row["DATA_TYPE"]!.ToLowerInvariant();
        return new ColumnSchema
        {
            Name = row["COLUMN_NAME"]!,
            Ordinal = (int)ReadNumber(row["ORDINAL_POSITION"])!.Value,
            DataType = dataType,
            ColumnType = columnType,
            IsNullable = row["IS_NULLABLE"] == "YES",
            CharacterSet = row["CHARACTER_SET_NAME"],
            Collation = row["COLLATION_NAME"],
            NumericPrecision = (int?)ReadNumber(row["NUMERIC_PRECISION"]),
            NumericScale = (int?)ReadNumber(row["NUMERIC_SCALE"]),
            FractionalSeconds = (int?)ReadNumber(row["DATETIME_PRECISION"]),
            MaximumLengthInBytes = ReadNumber(row["CHARACTER_OCTET_LENGTH"]),
            SpatialReferenceId = ReadNumber(row["SRS_ID"]),
            Comment = row["COLUMN_COMMENT"] ?? "",
            Labels = dataType is "enum" or "set" ? ReadLabels(columnType) : [],
            IsReadable = row["PRIVILEGES"] is not { } privileges || privileges.Split(',').Contains("select", StringComparer.OrdinalIgnoreCase),
            IsAutoIncrement = extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase),
            IsInvisible = extra.Contains("INVISIBLE", StringComparison.OrdinalIgnoreCase),

            // DEFAULT_GENERATED is an expression as default, not a generated column.
            IsGenerated = extra.Contains("VIRTUAL GENERATED", StringComparison.OrdinalIgnoreCase)
                || extra.Contains("STORED GENERATED", StringComparison.OrdinalIgnoreCase)
                || extra.Contains("PERSISTENT", StringComparison.OrdinalIgnoreCase)
                || row["IS_GENERATED"] == "ALWAYS",
        };
    }

    private static List<int> FindHidden(List<ColumnSchema> columns)
    {
        var shown = columns.Select(column => column.Ordinal).ToHashSet();
        return [.. Enumerable.Range(1, shown.DefaultIfEmpty().Max()).Where(place => !shown.Contains(place))];
    }

    // The columns of a system-versioned table that say how long a version held. MariaDB puts the end into every unique key; among the current rows the rest of the key is unique without it.
    private static HashSet<string> FindVersionColumns(IEnumerable<Row> columns) =>
        columns.Where(column => column["GENERATION_EXPRESSION"] is "ROW START" or "ROW END").Select(column => column["COLUMN_NAME"]!).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // An index over an expression has no column there; it is no key for us.
    private static IReadOnlyList<IndexSchema> BuildUniqueKeys(IEnumerable<Row> rows, HashSet<string> versionColumns) => [.. rows
        .GroupBy(row => row["INDEX_NAME"]!)
        .Where(key => key.All(row => row["COLUMN_NAME"] is not null))
        .Select(key => new IndexSchema(key.Key, [.. key.Select(row => row["COLUMN_NAME"]!).Where(column => !versionColumns.Contains(column))]))
        .Where(key => key.Columns.Count > 0)];

    private static IReadOnlyList<ForeignKeySchema> BuildForeignKeys(IEnumerable<Row> rows) => [.. rows
        .GroupBy(row => row["CONSTRAINT_NAME"]!)
        .Select(key => new ForeignKeySchema(
            key.Key,
            [.. key.Select(row => row["COLUMN_NAME"]!)],
            key.First()["REFERENCED_TABLE_SCHEMA"]!,
            key.First()["REFERENCED_TABLE_NAME"]!,
            [.. key.Select(row => row["REFERENCED_COLUMN_NAME"]!)]))];

    private static long? ReadNumber(string? text) => text is null
        ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (long)Math.Min(number, long.MaxValue) : null;

    private readonly record struct Row(Dictionary<string, int> Places, string?[] Values)
    {
        public string? this[string name] => Places.TryGetValue(name, out var index) ? Values[index] : null;
    }
}
