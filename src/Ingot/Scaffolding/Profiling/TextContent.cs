namespace Ingot.Scaffolding.Profiling;

/// <summary>What all values of a text column, or of one of whole numbers, turn out to be.</summary>
public enum TextContent
{
    /// <summary>Text, or too few values to tell.</summary>
    Unknown,

    /// <summary>Dates such as <c>2024-05-31</c>.</summary>
    Dates,

    /// <summary>Dates with a time of day.</summary>
    Timestamps,

    /// <summary>Whole numbers that fit 64 bits, without zeros in front.</summary>
    Integers,

    /// <summary>Numbers with a decimal point.</summary>
    Decimals,

    /// <summary>Two words for yes and no.</summary>
    Booleans,

    /// <summary>JSON objects or arrays.</summary>
    Json,

    /// <summary>Whole numbers, zeros aside, that are seconds since 1970 of the years 1990 to 2049.</summary>
    UnixSeconds,
}
