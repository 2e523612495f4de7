using System.Collections.Frozen;
using System.Globalization;
using Ingot.Engines.DuckDb;
using Ingot.MySql;

namespace Ingot.Verification.Canonical;

/// <summary>
/// The one table of canonical forms: what a value of each MySQL type is written as, on the server and over the lake, so that equal values give equal bytes and
/// different values different ones. docs/guides/verify.md describes it.
/// </summary>
internal static class CanonicalForms
{
    /// <summary>The separator of fields as the server's literal.</summary>
    public const string ServerSeparator = "x'FF'";

    private const string ServerNull = "x'FE'";
    private const int ExcerptLength = 200;

    private static readonly FrozenDictionary<string, Func<ColumnSchema, FormOptions, CanonicalForm>> Forms =
        new Dictionary<string, Func<ColumnSchema, FormOptions, CanonicalForm>>
        {
            ["tinyint"] = Number,
            ["smallint"] = Number,
            ["mediumint"] = Number,
            ["int"] = Number,
            ["bigint"] = Number,
            ["decimal"] = Number,
            ["year"] = (column, _) => Plain(column, $"{Server(column)}+0"),
            ["float"] = Float,
            ["double"] = Double,
            ["bit"] = Bit,
            ["date"] = Temporal,
            ["datetime"] = Temporal,
            ["timestamp"] = Temporal,
            ["time"] = (column, _) => Plain(column, Server(column)),
            ["char"] = Text,
            ["varchar"] = Text,
            ["tinytext"] = Text,
            ["enum"] = Text,
            ["set"] = Text,
            ["text"] = LongText,
            ["mediumtext"] = LongText,
            ["longtext"] = LongText,
            ["json"] = LongText,
            ["binary"] = (column, _) => Plain(column, $"HEX({Server(column)})"),
            ["varbinary"] = (column, _) => Plain(column, $"HEX({Server(column)})"),
            ["tinyblob"] = (column, _) => Plain(column, $"HEX({Server(column)})"),
            ["blob"] = (column, options) => LongBytes(column, options, Server(column)),
            ["mediumblob"] = (column, options) => LongBytes(column, options, Server(column)),
            ["longblob"] = (column, options) => LongBytes(column, options, Server(column)),
            ["vector"] = (column, options) => LongBytes(column, options, Server(column)),
            ["geometry"] = Geometry,
            ["point"] = Geometry,
            ["linestring"] = Geometry,
            ["polygon"] = Geometry,
            ["multipoint"] = Geometry,
            ["multilinestring"] = Geometry,
            ["multipolygon"] = Geometry,
            ["geometrycollection"] = Geometry,
            ["geomcollection"] = Geometry,
            ["uuid"] = Text,
            ["inet4"] = Text,
            ["inet6"] = Text,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The MySQL types that have a form.</summary>
    public static IReadOnlyCollection<string> Types => Forms.Keys;

    /// <summary>Finds the form of a column.</summary>
    /// <param name="column">The column as the source has it.</param>
    /// <param name="options">What the forms depend on.</param>
    /// <returns>The form.</returns>
    /// <exception cref="PipelineException">The type has none.</exception>
    public static CanonicalForm For(ColumnSchema column, FormOptions options) => Forms.TryGetValue(column.DataType, out var form)
        ? form(column, options)
        : throw new PipelineException(
            VerificationErrorCodes.ColumnType,
            $"Column {column.Name} has the type {column.ColumnType}, which verify cannot compare.",
            "Leave the table out of `ingot verify`, or name the others.");

    private static CanonicalForm Number(ColumnSchema column, FormOptions options) =>
        Plain(column, IsZerofill(column) ? $"{Server(column)}+0" : Server(column));

    /// <summary>FLOAT has six digits as text; widened to DOUBLE it has as many as tell its bits. The factor, unlike a sum, keeps a negative zero.</summary>
    private static CanonicalForm Float(ColumnSchema column, FormOptions options)
    {
        var plain = Plain(column, $"{Server(column)}*1e0");
        return plain with { LakeForm = options.Doubles.Calculated, ExcerptForm = options.Doubles.Calculated };
    }

    /// <summary>
    /// DOUBLE(M,D) has D digits after the point as text; multiplied it has as many as tell its bits. A plain DOUBLE has all of them, inside IFNULL too when CONCAT
    /// keeps it from being a calculated number there.
    /// </summary>
    private static CanonicalForm Double(ColumnSchema column, FormOptions options)
    {
        if (column.ColumnType.Contains('(', StringComparison.Ordinal))
        {
            return Float(column, options);
        }

        var plain = Plain(column, $"CONCAT({Server(column)})");
        return plain with { LakeForm = options.Doubles.Column, ExcerptForm = options.Doubles.Column };
    }

    private static CanonicalForm Bit(ColumnSchema column, FormOptions options)
    {
        var bits = column.NumericPrecision ?? 1;
        return bits == 1
            ? Plain(column, $"{Server(column)}+0")
            : Plain(column, string.Create(CultureInfo.InvariantCulture, $"LPAD(HEX({Server(column)}),{(bits + 7) / 8 * 2},'0')"));
    }

    /// <summary>
    /// A zero or impossible date is NULL in the lake: it has no day 1 or later that its month has. Its text by itself is no date of the lake, so the quick expression
    /// leaves the question out.
    /// </summary>
    private static CanonicalForm Temporal(ColumnSchema column, FormOptions options)
    {
        var name = Server(column);
        var expression = $"IF(DAYOFMONTH({name}) BETWEEN 1 AND DAYOFMONTH(LAST_DAY({name})),{name},{ServerNull})";
        var lake = DuckDbDatabase.QuoteName(column.Name);
        var form = new LakeForm(LakeBytes.Raw, column.FractionalSeconds ?? 0);
        return new(expression, NotNull(column, name), lake, form, expression, lake, form);
    }

    private static CanonicalForm Text(ColumnSchema column, FormOptions options) => Plain(column, $"CAST({Utf8(column)} AS BINARY)");

    private static CanonicalForm LongText(ColumnSchema column, FormOptions options)
    {
        var lake = DuckDbDatabase.QuoteName(column.Name);
        var length = ExcerptLength.ToString(CultureInfo.InvariantCulture);
        var expression = NotNull(column, options.Digest.ServerExpression(Utf8(column)));
        return new(
            expression,
            expression,
            lake,
            options.Digest.LakeForm,
            NotNull(column, $"CAST(LEFT({Utf8(column)},{length}) AS BINARY)"),
            $"left({lake},{length})",
            LakeForm.Plain);
    }

    private static CanonicalForm LongBytes(ColumnSchema column, FormOptions options, string bytes)
    {
        var lake = DuckDbDatabase.QuoteName(column.Name);
        var length = ExcerptLength.ToString(CultureInfo.InvariantCulture);

        // The hex of a long value exceeds the server's max_allowed_packet before the value does; a vector, never that long, is no argument of LEFT.
        var beginning = (ExcerptLength / 2).ToString(CultureInfo.InvariantCulture);
        var excerpt = column.DataType.Equals("vector", StringComparison.OrdinalIgnoreCase) ? $"LEFT(HEX({bytes}),{length})" : $"HEX(LEFT({bytes},{beginning}))";
        var expression = NotNull(column, options.Digest.ServerExpression(bytes));
        return new(
            expression,
            expression,
            lake,
            options.Digest.LakeForm,
            NotNull(column, excerpt),
            $"left(hex({lake}),{length})",
            LakeForm.Plain);
    }

    /// <summary>
    /// The server keeps SRID (4 bytes), byte order (1), type (4, little-endian, below 256) and the coordinates; EWKB has the order, the type with the flag
    /// 0x20000000, the SRID, the coordinates.
    /// </summary>
    private static CanonicalForm Geometry(ColumnSchema column, FormOptions options)
    {
        var value = $"CAST({Server(column)} AS BINARY)";
        return LongBytes(column, options, $"CONCAT(SUBSTR({value},5,4),x'20',SUBSTR({value},1,4),SUBSTR({value},10))");
    }

    private static CanonicalForm Plain(ColumnSchema column, string serverExpression)
    {
        var expression = NotNull(column, serverExpression);
        var lake = DuckDbDatabase.QuoteName(column.Name);
        return new(expression, expression, lake, LakeForm.Plain, expression, lake, LakeForm.Plain);
    }

    private static string NotNull(ColumnSchema column, string expression) => column.IsNullable ? $"IFNULL({expression},{ServerNull})" : expression;

    private static string Server(ColumnSchema column) => MySqlText.QuoteName(column.Name);

    private static string Utf8(ColumnSchema column) => column.CharacterSet is "utf8mb4" or "utf8mb3" or "utf8" or "ascii"
        ? Server(column)
        : $"CONVERT({Server(column)} USING utf8mb4)";

    private static bool IsZerofill(ColumnSchema column) => column.ColumnType.Contains("zerofill", StringComparison.OrdinalIgnoreCase);
}
