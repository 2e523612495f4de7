namespace Ingot.Delta.Schema;

/// <summary>A type without parts, other than decimal.</summary>
/// <param name="Name">The name in the schema JSON: <c>long</c>, <c>timestamp_ntz</c> …</param>
public sealed record PrimitiveType(string Name) : DataType
{
    /// <summary>UTF-8 text.</summary>
    public static PrimitiveType String { get; } = new("string");

    /// <summary>Signed 64 bit; <c>bigint</c> in SQL.</summary>
    public static PrimitiveType Long { get; } = new("long");

    /// <summary>Signed 32 bit; <c>int</c> in SQL.</summary>
    public static PrimitiveType Integer { get; } = new("integer");

    /// <summary>Signed 16 bit; <c>smallint</c> in SQL.</summary>
    public static PrimitiveType Short { get; } = new("short");

    /// <summary>Signed 8 bit; <c>tinyint</c> in SQL.</summary>
    public static PrimitiveType Byte { get; } = new("byte");

    /// <summary>IEEE 754, 32 bit.</summary>
    public static PrimitiveType Float { get; } = new("float");

    /// <summary>IEEE 754, 64 bit.</summary>
    public static PrimitiveType Double { get; } = new("double");

    /// <summary>True or false.</summary>
    public static PrimitiveType Boolean { get; } = new("boolean");

    /// <summary>Bytes.</summary>
    public static PrimitiveType Binary { get; } = new("binary");

    /// <summary>A day of the proleptic Gregorian calendar.</summary>
    public static PrimitiveType Date { get; } = new("date");

    /// <summary>An instant, microseconds since 1970 in UTC.</summary>
    public static PrimitiveType Timestamp { get; } = new("timestamp");

    /// <summary>Microseconds without a time zone; needs the table feature <c>timestampNtz</c>.</summary>
    public static PrimitiveType TimestampNtz { get; } = new("timestamp_ntz");

    /// <summary>Always null; such a column is in no file.</summary>
    public static PrimitiveType Void { get; } = new("void");

    /// <inheritdoc/>
    public override string SimpleString => Name switch
    {
        "long" => "bigint",
        "integer" => "int",
        "short" => "smallint",
        "byte" => "tinyint",
        _ => Name,
    };

    /// <summary>Finds a type by its name in the schema JSON.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The type, or null when there is none of that name.</returns>
    public static PrimitiveType? TryFind(string name) => name switch
    {
        "string" => String,
        "long" => Long,
        "integer" => Integer,
        "short" => Short,
        "byte" => Byte,
        "float" => Float,
        "double" => Double,
        "boolean" => Boolean,
        "binary" => Binary,
        "date" => Date,
        "timestamp" => Timestamp,
        "timestamp_ntz" => TimestampNtz,
        "void" or "null" => Void,
        _ => null,
    };
}
