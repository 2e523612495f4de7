using System.Buffers.Binary;
using DuckDB.NET.Native;

namespace Ingot.Replication.Decoding;

/// <summary>
/// Decodes the values of one column from binary rows straight into a DuckDB vector. Chosen once per column and reader; not thread-safe.
/// The vector is the native border: every write is to <c>index</c>, which is below the vector's capacity.
/// </summary>
internal abstract unsafe class ColumnDecoder
{
    private ulong* _validity;

    /// <summary>The column, for messages.</summary>
    public string Column { get; set; } = "";

    /// <summary>Whether the row's bytes neither move nor go before the next chunk: then the vector may point at a value instead of holding a copy. Until the next <see cref="Attach"/>.</summary>
    public bool RowStays { get; set; }

    /// <summary>The vector that is filled.</summary>
    protected nint Vector { get; private set; }

    /// <summary>The vector's data.</summary>
    protected byte* Values { get; private set; }

    /// <summary>Takes the vector of a new chunk; all its values are valid.</summary>
    /// <param name="vector">DuckDB's vector.</param>
    public void Attach(nint vector)
    {
        Vector = vector;
        Values = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = null;
        RowStays = false;
    }

    /// <summary>Decodes one value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="offset">Where the value starts.</param>
    /// <param name="index">The row's place in the vector.</param>
    /// <returns>Where the next value starts.</returns>
    public abstract int Decode(ReadOnlySpan<byte> row, int offset, int index);

    /// <summary>Makes a value null.</summary>
    /// <param name="index">The row's place in the vector.</param>
    public void SetNull(int index)
    {
        if (_validity is null)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(Vector);
            _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(Vector);
        }

        _validity[index >> 6] &= ~(1UL << (index & 63));
    }

    /// <summary>Finds the bytes of a value with its length before it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="offset">Where the length starts; afterwards, where the next value starts.</param>
    /// <returns>The bytes.</returns>
    protected static ReadOnlySpan<byte> TakeLengthEncoded(ReadOnlySpan<byte> row, ref int offset)
    {
        int length = row[offset++];
        switch (length)
        {
            case < 0xFB:
                break;
            case 0xFC:
                length = BinaryPrimitives.ReadUInt16LittleEndian(row[offset..]);
                offset += 2;
                break;
            case 0xFD:
                length = BinaryPrimitives.ReadUInt16LittleEndian(row[offset..]) | (row[offset + 2] << 16);
                offset += 3;
                break;
            default:
                length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(row[offset..]));
                offset += 8;
                break;
        }

        var bytes = row.Slice(offset, length);
        offset += length;
        return bytes;
    }
}
