using Ingot.Delta.Schema;

namespace Ingot.Adoption;

/// <summary>What becomes of Parquet types that not every reader of reader version 1 has: the next type that holds every value.</summary>
internal static class PortableTypes
{
    /// <summary>By the name that a footer gives, Parquet's word for the unsigned integers.</summary>
    private static readonly (string Word, DataType Wider)[] Unsigned =
    [
        ("UINT_8", PrimitiveType.Short),
        ("UINT_16", PrimitiveType.Integer),
        ("UINT_32", PrimitiveType.Long),
        ("UINT_64", new DecimalType(20, 0)),
    ];

    /// <summary>The type that bronze has for a type of a landing file; the same where every reader has it.</summary>
    public static DataType Widen(DataType type) => type switch
    {
        UnknownType unknown => Unsigned.FirstOrDefault(entry => unknown.Name.Split(' ').Contains(entry.Word)).Wider ?? type,
        _ when type.Equals(PrimitiveType.TimestampNtz) => PrimitiveType.Timestamp,
        _ => type,
    };
}
