using System.Globalization;
using System.Text.Json;
using Ingot.SparkSql.Types;

namespace Ingot.Cli.Query;

/// <summary>Writes a value of a query's result as text or as JSON.</summary>
internal static class QueryValue
{
    /// <summary>The text of a value, the same in tables and in CSV: binary as hexadecimal digits.</summary>
    /// <param name="value">The value, not null.</param>
    /// <returns>The text.</returns>
    public static string Text(object value) => value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Writes a value as JSON: decimals as numbers with all their digits, binary as base 64, arrays and structs as they are.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="type">Its type.</param>
    public static void Write(Utf8JsonWriter writer, object? value, SparkType type)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case string text when type is DecimalType or ArrayType or MapType or StructType:
                writer.WriteRawValue(text);
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>Whether values of a type are aligned to the right.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True for numbers.</returns>
    public static bool IsNumber(SparkType type) => type is NumericType;
}
