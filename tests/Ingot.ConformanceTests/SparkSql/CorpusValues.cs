using System.Collections;
using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Ingot.SparkSql.Types;

namespace Ingot.ConformanceTests.SparkSql;

/// <summary>Writes values of DuckDB as the corpus writes those of Spark.</summary>
internal static class CorpusValues
{
    /// <summary>A value as text, so that two are equal when their texts are; floats apart.</summary>
    public static object? Read(DuckDBDataReader reader, int column, SparkType type)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return type switch
        {
            DecimalType number => Plain(reader.GetFieldValue<DuckDBDecimal>(column), number),
            DateType => Date(reader.GetFieldValue<DuckDBDateOnly>(column)),
            TimestampType => Timestamp(reader.GetFieldValue<DuckDBTimestamp>(column)),
            BinaryType => Hex(reader.GetStream(column)),
            ArrayType { Element: IntegralType { Bits: 32 } } => Of(reader.GetFieldValue<List<int?>>(column), type),
            ArrayType { Element: IntegralType { Bits: 64 } } => Of(reader.GetFieldValue<List<long?>>(column), type),
            _ => Of(reader.GetValue(column), type),
        };
    }

    public static object? Of(object? value, SparkType type)
    {
        switch (type, value)
        {
            case (_, null or DBNull):
                return null;
            case (DayTimeIntervalType, _):
                return Interval(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case (BooleanType, bool boolean):
                return boolean ? "true" : "false";
            case (FloatingType, _):
                return Convert.ToDouble(value, CultureInfo.InvariantCulture);
            case (DecimalType number, decimal plain):
                return plain.ToString($"F{number.Scale}", CultureInfo.InvariantCulture);
            case (DecimalType number, BigInteger whole):
                return whole.ToString(CultureInfo.InvariantCulture);
            case (DecimalType number, DuckDBDecimal exact):
                return Plain(exact, number);
            case (DateType, DateOnly date):
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case (DateType, DateTime date):
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case (TimestampType, DateTime time):
                return TimestampText((time.Ticks - DateTime.UnixEpoch.Ticks) / 10);
            case (TimestampType, DateTimeOffset time):
                return TimestampText((time.UtcTicks - DateTime.UnixEpoch.Ticks) / 10);
            case (BinaryType, Stream stream):
                return Hex(stream);
            case (ArrayType array, IEnumerable items) when array.Element is not VoidType:
                return items.Cast<object?>().Select(item => Of(item, array.Element)).ToList();
            case (StructType row, IDictionary fields):
                return row.Fields.Select(field => Of(fields[field.Name], field.Type)).ToList();
            case (MapType map, IDictionary entries):
                return entries.Keys.Cast<object>().Select(key => (object?)new List<object?> { Of(key, map.Key), Of(entries[key], map.Value) })
                    .OrderBy(pair => Flat(pair), StringComparer.Ordinal).ToList();
            default:
                return Convert.ToString(value, CultureInfo.InvariantCulture);
        }
    }

    public static string Flat(object? value) => value switch
    {
        null => "\0null",
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Flat))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Plain(DuckDBDecimal value, DecimalType type) => Ingot.SparkSql.SqlWriter.Write(new Ingot.SparkSql.Syntax.LiteralExpression(default, type, value.Value.ToBigInteger()))[..^2];

    private static string Date(DuckDBDateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static string Timestamp(DuckDBTimestamp time)
    {
        var micros = ((((time.Time.Hour * 60L) + time.Time.Min) * 60) + time.Time.Sec) * 1_000_000L + time.Time.Microsecond;
        return $"{Date(time.Date)} {Clock(micros)}";
    }

    private static string TimestampText(long micros)
    {
        var days = Math.DivRem(micros, 86_400_000_000, out var rest);
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + 86_400_000_000);
        }

        return $"{DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Clock(rest)}";
    }

    private static string Clock(long micros) => string.Create(CultureInfo.InvariantCulture, $"{micros / 3_600_000_000:00}:{micros / 60_000_000 % 60:00}:{micros / 1_000_000 % 60:00}.{micros % 1_000_000:000000}");

    private static string Interval(long micros)
    {
        var days = Math.DivRem(micros, 86_400_000_000, out var rest);
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + 86_400_000_000);
        }

        var fraction = rest % 1_000_000 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{rest % 1_000_000:000000}");
        var clock = string.Create(CultureInfo.InvariantCulture, $"{rest / 3_600_000_000}:{rest / 60_000_000 % 60:00}:{rest / 1_000_000 % 60:00}{fraction}");
        return days == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{days} day{(Math.Abs(days) == 1 ? "" : "s")}, {clock}");
    }

    private static string Hex(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Convert.ToHexString(copy.ToArray());
    }
}
