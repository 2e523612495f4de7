namespace Ingot.Scaffolding.Profiling;

/// <summary>How a column's values are read for its profile.</summary>
internal enum ColumnReading
{
    /// <summary>The value alone: a type whose values have nothing to look at but null and distinct.</summary>
    Plain,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date or a time with a date.</summary>
    Time,

    /// <summary>A text that is short by its type, whole.</summary>
    Text,

    /// <summary>A text whose first part is read, and its length.</summary>
    LongText,

    /// <summary>Bytes, of which the first few are read, and the length.</summary>
    Binary,

    /// <summary>Only whether it is null: the value has no text.</summary>
    NullOnly,
}
