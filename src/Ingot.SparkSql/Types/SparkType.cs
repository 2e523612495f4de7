namespace Ingot.SparkSql.Types;

/// <summary>A type of Spark SQL. Immutable; equal when the same type, containers by their parts.</summary>
public abstract record SparkType
{
    /// <summary>boolean</summary>
    public static readonly SparkType Boolean = new BooleanType();

    /// <summary>tinyint</summary>
    public static readonly SparkType Byte = new IntegralType(8);

    /// <summary>smallint</summary>
    public static readonly SparkType Short = new IntegralType(16);

    /// <summary>int</summary>
    public static readonly SparkType Int = new IntegralType(32);

    /// <summary>bigint</summary>
    public static readonly SparkType Long = new IntegralType(64);

    /// <summary>float</summary>
    public static readonly SparkType Float = new FloatingType(32);

    /// <summary>double</summary>
    public static readonly SparkType Double = new FloatingType(64);

    /// <summary>string</summary>
    public static readonly SparkType String = new StringType();

    /// <summary>binary</summary>
    public static readonly SparkType Binary = new BinaryType();

    /// <summary>date</summary>
    public static readonly SparkType Date = new DateType();

    /// <summary>timestamp: an instant, in microseconds.</summary>
    public static readonly SparkType Timestamp = new TimestampType(WithTimeZone: true);

    /// <summary>timestamp_ntz: a wall clock time, in microseconds.</summary>
    public static readonly SparkType TimestampNtz = new TimestampType(WithTimeZone: false);

    /// <summary>void: the type of NULL.</summary>
    public static readonly SparkType Void = new VoidType();

    /// <summary>interval: months, days and microseconds apart.</summary>
    public static readonly SparkType CalendarInterval = new CalendarIntervalType();

    /// <summary>The type as Spark writes it, for example <c>decimal(10,2)</c> or <c>array&lt;int&gt;</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A decimal type.</summary>
    /// <param name="precision">The number of digits, 1 to 38.</param>
    /// <param name="scale">The digits after the point, 0 to precision.</param>
    /// <returns>The type.</returns>
    public static DecimalType Decimal(int precision, int scale) => new(precision, scale);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
