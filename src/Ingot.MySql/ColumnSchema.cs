namespace Ingot.MySql;

/// <summary>A column of a table, as <c>information_schema.columns</c> describes it.</summary>
public sealed record ColumnSchema
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The place in the table, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The bare type in lower case, for example <c>decimal</c>.</summary>
    public required string DataType { get; init; }

    /// <summary>The full type, for example <c>decimal(12,2) unsigned</c> or <c>enum('a','b')</c>.</summary>
    public required string ColumnType { get; init; }

    /// <summary>Whether NULL is allowed.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>The character set of a text column, else null. <c>binary</c> never stands here: such columns have a binary type.</summary>
    public string? CharacterSet { get; init; }

    /// <summary>The collation of a text column, else null.</summary>
    public string? Collation { get; init; }

    /// <summary>The digits of a number, else null.</summary>
    public int? NumericPrecision { get; init; }

    /// <summary>The digits after the point of a number, else null.</summary>
    public int? NumericScale { get; init; }

    /// <summary>The digits of a second's fraction of a time type, else null.</summary>
    public int? FractionalSeconds { get; init; }

    /// <summary>The greatest length of a text or binary column in bytes, else null.</summary>
    public long? MaximumLengthInBytes { get; init; }

    /// <summary>Whether the server computes it from other columns.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether <c>SELECT *</c> leaves it out.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>The spatial reference system that the column is bound to, or null.</summary>
    public long? SpatialReferenceId { get; init; }

    /// <summary>The comment, or an empty text.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Whether the account may read it.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Whether the server numbers new rows in it.</summary>
    public bool IsAutoIncrement { get; init; }

    /// <summary>The labels of an ENUM or SET in their order; empty for other types, and when the server does not show each label as it is.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether the type is an unsigned number.</summary>
    public bool IsUnsigned => ColumnType.Contains(" unsigned", StringComparison.OrdinalIgnoreCase) || ColumnType.Contains(" zerofill", StringComparison.OrdinalIgnoreCase);
}
