using System.Globalization;
using System.Numerics;
using System.Text;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Statistics;

/// <summary>Compares bounds in their text form, as their type sorts.</summary>
internal static class BoundComparer
{
    private static readonly string[] TimestampFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"];

    /// <summary>Whether a text is a bound of the type that can be kept: finite numbers, years 1 to 9999; no binary, no boolean.</summary>
    public static bool CanCompare(DataType type, string text) => type switch
    {
        PrimitiveType { Name: "string" } => true,
        PrimitiveType { Name: "long" or "integer" or "short" or "byte" } => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        PrimitiveType { Name: "float" or "double" } => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number),
        PrimitiveType { Name: "date" } => TryDate(text) is not null,
        PrimitiveType { Name: "timestamp" or "timestamp_ntz" } => TryTimestamp(text) is not null,
        DecimalType => TryUnscaled(text) is not null,
        _ => false,
    };

    public static int Compare(DataType type, string left, string right) => type switch
    {
        PrimitiveType { Name: "string" } => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)),
        PrimitiveType { Name: "long" or "integer" or "short" or "byte" } =>
            long.Parse(left, CultureInfo.InvariantCulture).CompareTo(long.Parse(right, CultureInfo.InvariantCulture)),
        PrimitiveType { Name: "float" or "double" } =>
            double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture)),
        PrimitiveType { Name: "date" } => TryDate(left)!.Value.CompareTo(TryDate(right)!.Value),
        PrimitiveType { Name: "timestamp" or "timestamp_ntz" } => TryTimestamp(left)!.Value.CompareTo(TryTimestamp(right)!.Value),
        DecimalType => TryUnscaled(left)!.Value.CompareTo(TryUnscaled(right)!.Value),
        _ => throw new ArgumentException($"Bounds of {type.SimpleString} are not compared.", nameof(type)),
    };

    public static DateOnly? TryDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Reads an instant in UTC, or a time without zone; an offset other than zero is not expected.</summary>
    public static DateTime? TryTimestamp(string text)
    {
        var plain = text.EndsWith("+00", StringComparison.Ordinal) ? text[..^3] : text;
        return DateTime.TryParseExact(plain, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
    }

    /// <summary>Reads the digits of a decimal without the point; two bounds of one column have one scale.</summary>
    private static BigInteger? TryUnscaled(string text) =>
        BigInteger.TryParse(text.Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits) ? digits : null;
}
