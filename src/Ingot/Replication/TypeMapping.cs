using System.Globalization;
using Ingot.MySql;
using Ingot.Replication.Decoding;

namespace Ingot.Replication;

/// <summary>The one table of types: every MySQL and MariaDB column type, and what it becomes. <c>docs/reference/types.md</c> is written from it.</summary>
public static class TypeMapping
{
    private const int LargestDecimal = 38;
    private const string Widened = "The next wider signed type: Delta has no unsigned ones.";
    private const string TextNote = "Converted to UTF-8 by the server. Trailing spaces of CHAR are not part of its value.";
    private const string Label = "The label, not its number.";
    private const string Ewkb = "EWKB with the SRID, little endian; the axes as MySQL stores them (x is the longitude). DMS's form is not known.";

    /// <summary>The names that the landing contract and bronze use themselves.</summary>
    public static IReadOnlyList<string> ReservedColumns { get; } = ["Op", "commit_ts", "change_seq", "load_id"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<TypeRule> Rules { get; } =
    [
        Rule("tinyint", "tinyint", "INT8", "TINYINT(1) and BOOL stay numbers.", (_, _) => new IntegerDecoder<sbyte, sbyte>()),
        Rule("tinyint unsigned", "smallint", "UINT8", Widened, (_, _) => new IntegerDecoder<byte, short>()),
        Rule("smallint", "smallint", "INT16", "", (_, _) => new IntegerDecoder<short, short>()),
        Rule("smallint unsigned", "int", "UINT16", Widened, (_, _) => new IntegerDecoder<ushort, int>()),
        Rule("mediumint", "int", "INT32", "", (_, _) => new IntegerDecoder<int, int>()),
        Rule("mediumint unsigned", "int", "UINT32", "24 bits fit.", (_, _) => new IntegerDecoder<int, int>()),
        Rule("int", "int", "INT32", "", (_, _) => new IntegerDecoder<int, int>()),
        Rule("int unsigned", "bigint", "UINT32", Widened, (_, _) => new IntegerDecoder<uint, long>()),
        Rule("bigint", "bigint", "INT64", "", (_, _) => new IntegerDecoder<long, long>()),
        Rule("bigint unsigned", "decimal(20,0)", "UINT64", "No signed integer type is wide enough.", (_, _) => new IntegerDecoder<ulong, Int128>()),
        Rule("decimal", "decimal(p,s)", "DECIMAL", "Up to 38 digits.", (column, _) => CreateDecimal(column)),
        Rule("decimal beyond 38 digits", "string", "-", "The text as MySQL writes it: no Delta type has more than 38 digits.", (_, _) => new TextDecoder(isText: true)),
        Rule("float", "float", "FLOAT or DOUBLE", "The same 32 bits; the sign of zero too.", (_, _) => new IntegerDecoder<float, float>()),
        Rule("double", "double", "DOUBLE", "The same 64 bits; the sign of zero too.", (_, _) => new IntegerDecoder<double, double>()),
        Rule("bit(1)", "boolean", "BOOL", "", (_, _) => new BitDecoder()),
        Rule("bit", "binary", "BINARY", "Two bits or more: the bytes, the highest first, as many as the length needs.", (_, _) => new TextDecoder(isText: false)),
        Rule("date", "date", "DATE32", "Year 0 is kept. Zero and impossible dates follow `source.zero_dates`.", (_, context) => CreateDate(false, context)),
        Rule("datetime", "timestamp", "TIMESTAMP", "Microseconds; the wall time read as UTC. Zero and impossible dates follow `source.zero_dates`.", (_, context) => CreateDate(true, context)),
        Rule("timestamp", "timestamp", "TIMESTAMP", "Microseconds in UTC. Zero dates follow `source.zero_dates`.", (_, context) => CreateDate(true, context)),
        Rule("time", "string", "STRING", "As MySQL writes it, `-838:59:59.000000`: it is a span beyond 24 hours, with the column's digits of a second's fraction.", (column, _) => new TimeDecoder(column.FractionalSeconds ?? 0)),
        Rule("year", "smallint", "INT16", "Year 0000 is 0.", (_, _) => new IntegerDecoder<short, short>()),
        .. Text("char", "varchar", "tinytext", "text", "mediumtext", "longtext").Select(form => Rule(form, "string", "STRING", TextNote + NotCut(form), (_, _) => new TextDecoder(isText: true))),
        .. Text("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob").Select(form => Rule(form, "binary", "BINARY", "The bytes." + NotCut(form), (_, _) => new TextDecoder(isText: false))),
        Rule("enum", "string", "STRING", Label, (_, _) => new TextDecoder(isText: true)),
        Rule("set", "string", "STRING", "The labels with commas between.", (_, _) => new TextDecoder(isText: true)),
        Rule("json", "string", "STRING", "The text as MySQL writes it. On MariaDB JSON is a LONGTEXT, whose text is kept byte by byte.", (_, _) => new TextDecoder(isText: true)),
        Rule("uuid", "string", "-", "MariaDB's UUID as text with hyphens.", (_, _) => new TextDecoder(isText: true)),
        Rule("inet4", "string", "-", "MariaDB's IPv4 address as text.", (_, _) => new TextDecoder(isText: true)),
        Rule("inet6", "string", "-", "MariaDB's IPv6 address as text.", (_, _) => new TextDecoder(isText: true)),
        Rule("vector", "binary", "-", "The 32-bit floats as bytes, little endian.", (_, _) => new TextDecoder(isText: false)),
        .. Text("geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection", "geomcollection")
            .Select(form => Rule(form, "binary", "BINARY", Ewkb, (_, _) => new GeometryDecoder())),
    ];

    private static readonly Dictionary<string, TypeRule> ByForm = Rules.ToDictionary(rule => rule.Form, StringComparer.Ordinal);

    /// <summary>Maps the columns of a table that land: all but generated ones, in the table's order.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The mappings.</returns>
    /// <exception cref="PipelineException">A column has a reserved name.</exception>
    /// <exception cref="MySqlSourceException">A column's type is not known.</exception>
    public static IReadOnlyList<ColumnMapping> Map(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Columns.Where(column => !column.IsGenerated).Select(column => Map(table, column))];
    }

    /// <summary>Finds the rule of a column.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The rule, or null when the type is not known.</returns>
    public static TypeRule? TryFindRule(ColumnSchema column) => ByForm.GetValueOrDefault(FormOf(column));

    private static ColumnMapping Map(TableSchema table, ColumnSchema column)
    {
        if (ReservedColumns.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new PipelineException(
                "INGOT1016",
                $"Column {table.FullName}.{column.Name} has a name that landing and bronze use themselves ({string.Join(", ", ReservedColumns)}).",
                "Leave it out with `without: [column]` at the table in ingot.yaml, rename it, or replicate a view that names it otherwise.");
        }

        var rule = TryFindRule(column) ?? throw new MySqlSourceException(
            MySqlErrorCodes.ColumnType,
            $"Column {table.FullName}.{column.Name} has the type {column.ColumnType}, which is not known.",
            "Leave it out with `without: [column]` at the table in ingot.yaml, or replicate a view that casts it to a type of docs/reference/types.md.");
        var sparkType = rule.SparkType == "decimal(p,s)"
            ? string.Create(CultureInfo.InvariantCulture, $"decimal({column.NumericPrecision},{column.NumericScale ?? 0})")
            : rule.SparkType;
        return new ColumnMapping(column, sparkType, DuckDbTypeOf(sparkType), column.ColumnType, rule.Form);
    }

    private static string FormOf(ColumnSchema column) => column.DataType switch
    {
        "tinyint" or "smallint" or "mediumint" or "int" or "bigint" => column.IsUnsigned ? $"{column.DataType} unsigned" : column.DataType,
        "decimal" when column.NumericPrecision > LargestDecimal => "decimal beyond 38 digits",
        "bit" => column.NumericPrecision == 1 ? "bit(1)" : "bit",
        _ => column.DataType,
    };

    private static string DuckDbTypeOf(string sparkType) => sparkType switch
    {
        "string" => "VARCHAR",
        "binary" => "BLOB",
        "int" => "INTEGER",
        "timestamp" => "TIMESTAMP WITH TIME ZONE",
        _ => sparkType.ToUpperInvariant(),
    };

    private static TypeRule Rule(string form, string sparkType, string dms, string note, Func<ColumnSchema, DecodingContext, ColumnDecoder> createDecoder) =>
        new(form, sparkType, dms, note) { CreateDecoder = createDecoder };

    private static string[] Text(params string[] forms) => forms;

    private static string NotCut(string form) => form is "mediumtext" or "longtext" or "mediumblob" or "longblob" ? " Never cut (DMS cuts at LobMaxSize)." : "";

    private static DateDecoder CreateDate(bool hasTime, DecodingContext context) => new(hasTime, context.ZeroDates, context.Counter);

    // DuckDB stores a decimal in the smallest integer that holds its digits.
    private static ColumnDecoder CreateDecimal(ColumnSchema column) => (column.NumericPrecision, column.NumericScale ?? 0) switch
    {
        ( <= 4, var scale) => new DecimalDecoder<short>(scale),
        ( <= 9, var scale) => new DecimalDecoder<int>(scale),
        ( <= 18, var scale) => new DecimalDecoder<long>(scale),
        (_, var scale) => new DecimalDecoder<Int128>(scale),
    };
}
