using System.Globalization;

namespace Ingot.SparkSql.Types;

/// <summary>A type whose values have no parts.</summary>
public abstract record AtomicType : SparkType;

/// <summary>A type of numbers.</summary>
public abstract record NumericType : AtomicType;

/// <summary>true or false.</summary>
public sealed record BooleanType : AtomicType
{
    /// <inheritdoc/>
    public override string Name => "boolean";
}

/// <summary>Whole numbers: tinyint, smallint, int, bigint.</summary>
/// <param name="Bits">8, 16, 32 or 64.</param>
public sealed record IntegralType(int Bits) : NumericType
{
    /// <inheritdoc/>
    public override string Name => Bits switch { 8 => "tinyint", 16 => "smallint", 32 => "int", _ => "bigint" };

    /// <summary>The decimal type that holds every value.</summary>
    public DecimalType AsDecimal => Bits switch { 8 => new(3, 0), 16 => new(5, 0), 32 => new(10, 0), _ => new(20, 0) };
}

/// <summary>Binary floating point: float, double.</summary>
/// <param name="Bits">32 or 64.</param>
public sealed record FloatingType(int Bits) : NumericType
{
    /// <inheritdoc/>
    public override string Name => Bits == 32 ? "float" : "double";
}

/// <summary>Exact numbers of a fixed number of digits.</summary>
/// <param name="Precision">All digits, 1 to 38.</param>
/// <param name="Scale">The digits after the point.</param>
public sealed record DecimalType(int Precision, int Scale) : NumericType
{
    /// <summary>The most digits that a decimal has.</summary>
    public const int MaxPrecision = 38;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}

/// <summary>UTF-8 text.</summary>
public sealed record StringType : AtomicType
{
    /// <inheritdoc/>
    public override string Name => "string";
}

/// <summary>Bytes.</summary>
public sealed record BinaryType : AtomicType
{
    /// <inheritdoc/>
    public override string Name => "binary";
}

/// <summary>A day of the proleptic Gregorian calendar.</summary>
public sealed record DateType : AtomicType
{
    /// <inheritdoc/>
    public override string Name => "date";
}

/// <summary>A time in microseconds: an instant, or a wall clock time.</summary>
/// <param name="WithTimeZone">Whether it is an instant.</param>
public sealed record TimestampType(bool WithTimeZone) : AtomicType
{
    /// <inheritdoc/>
    public override string Name => WithTimeZone ? "timestamp" : "timestamp_ntz";
}

/// <summary>The type of NULL.</summary>
public sealed record VoidType : SparkType
{
    /// <inheritdoc/>
    public override string Name => "void";
}

/// <summary>Months, days and microseconds apart.</summary>
public sealed record CalendarIntervalType : SparkType
{
    /// <inheritdoc/>
    public override string Name => "interval";
}

/// <summary>A number of months.</summary>
/// <param name="First">The largest unit: year or month.</param>
/// <param name="Last">The smallest unit: year or month.</param>
public sealed record YearMonthIntervalType(IntervalUnit First, IntervalUnit Last) : AtomicType
{
    /// <inheritdoc/>
    public override string Name => IntervalUnits.TypeName(First, Last);
}

/// <summary>A number of microseconds.</summary>
/// <param name="First">The largest unit: day to second.</param>
/// <param name="Last">The smallest unit: day to second.</param>
public sealed record DayTimeIntervalType(IntervalUnit First, IntervalUnit Last) : AtomicType
{
    /// <inheritdoc/>
    public override string Name => IntervalUnits.TypeName(First, Last);
}
