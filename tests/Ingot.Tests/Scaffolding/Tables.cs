using System.Globalization;
using System.Text.RegularExpressions;
using Ingot.MySql;

namespace Ingot.Tests.Scaffolding;

/// <summary>Writes tables of a source in few words.</summary>
internal static partial class Tables
{
    /// <summary>A table: its columns as <c>name type</c>, with <c>null</c> at the end of one that may be null; the first is the primary key.</summary>
    public static TableSchema Table(string name, params string[] columns) => Keyed(name, [columns[0].Split(' ')[0]], columns);

    public static TableSchema Keyed(string name, string[] key, params string[] columns) => Make("shop", name, key, [.. columns.Select((text, index) =>
    {
        var parts = text.Split(' ', 2);
        var type = parts[1].EndsWith(" null", StringComparison.Ordinal) ? parts[1][..^5] : parts[1];
        return Column(parts[0], index + 1, type, type.Length != parts[1].Length);
    })]);

    public static TableSchema Make(string schema, string name, IReadOnlyList<string> key, IReadOnlyList<ColumnSchema> columns) => new()
    {
        Schema = schema,
        Name = name,
        Columns = columns,
        PrimaryKey = key,
        UniqueKeys = key.Count == 0 ? [] : [new IndexSchema("PRIMARY", key)],
        Engine = "InnoDB",
        EstimatedRows = 100,
    };

    public static TableSchema Refer(this TableSchema table, string column, string to, string toColumn = "id") => table with
    {
        ForeignKeys = [.. table.ForeignKeys, new ForeignKeySchema($"fk_{table.ForeignKeys.Count}", column.Split(','), table.Schema, to, toColumn.Split(','))],
    };

    public static TableSchema Unique(this TableSchema table, params string[] columns) => table with { UniqueKeys = [.. table.UniqueKeys, new IndexSchema($"u{table.UniqueKeys.Count}", columns)] };

    public static ColumnSchema Column(string name, int ordinal, string type, bool isNullable)
    {
        var bare = BareType().Match(type).Value.ToLowerInvariant();
        var digits = Digits().Match(type);
        return new ColumnSchema
        {
            Name = name,
            Ordinal = ordinal,
            DataType = bare,
            ColumnType = type,
            IsNullable = isNullable,
            Labels = bare is "enum" or "set" ? SchemaRows.ReadLabels(type) : [],
            NumericPrecision = bare is "decimal" or "bit" ? digits.Success ? int.Parse(digits.Groups[1].Value, CultureInfo.InvariantCulture) : 10 : null,
            NumericScale = bare == "decimal" ? digits.Groups[2].Success ? int.Parse(digits.Groups[2].Value, CultureInfo.InvariantCulture) : 0 : null,
            MaximumLengthInBytes = bare is "varchar" or "char" && digits.Success ? 4 * long.Parse(digits.Groups[1].Value, CultureInfo.InvariantCulture) : null,
        };
    }

    [GeneratedRegex("^[A-Za-z0-9]+")]
    private static partial Regex BareType();

    [GeneratedRegex(@"^[a-z]+\((\d+)(?:,(\d+))?\)", RegexOptions.IgnoreCase)]
    private static partial Regex Digits();
}
