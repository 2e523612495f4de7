using System.Globalization;

namespace Ingot.Delta;

/// <summary>How partition values are written in the log (PROTOCOL.md, "Partition Value Serialization"). A null value is null.</summary>
public static class PartitionValue
{
    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a decimal, with its scale.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes an instant, in UTC with microseconds.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string Of(DateTimeOffset value) => value.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Writes a text. The protocol has one form for the empty text and null: an empty text is read back as null.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text for the log.</returns>
    public static string? Of(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
