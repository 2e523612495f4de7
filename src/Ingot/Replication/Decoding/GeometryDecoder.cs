using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ingot.MySql;

namespace Ingot.Replication.Decoding;

/// <summary>
/// A geometry: MySQL's own form (SRID in four bytes, then WKB) to EWKB: byte order, type with the SRID flag, SRID, and the rest as it is. The axes stay as MySQL stores them (x is the longitude).
/// </summary>
internal sealed class GeometryDecoder : TextDecoder
{
    private const uint SridFlag = 0x20000000;
    private const int ShortestValue = 4 + 1 + 4;
    private byte[] _buffer = new byte[256];

    public GeometryDecoder()
        : base(isText: false)
    {
    }

    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        var value = TakeLengthEncoded(row, ref offset);
        if (value.Length < ShortestValue || value[4] != 1)
        {
            throw new MySqlSourceException(
                MySqlErrorCodes.Value, $"Column {Column} holds a geometry of {value.Length} bytes that is not SRID and little-endian WKB.", "Correct the value with ST_GeomFromText.");
        }

        var result = RowStays ? Writable(value) : Copy(value);
        var srid = BinaryPrimitives.ReadUInt32LittleEndian(value);
        result[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(result[1..], BinaryPrimitives.ReadUInt32LittleEndian(value[5..]) | SridFlag);
        BinaryPrimitives.WriteUInt32LittleEndian(result[5..], srid);
        Write(index, result);
        return offset;
    }

    // Only the first nine bytes change. A row that stays is the reader's own memory, and nobody reads it again.
    private static Span<byte> Writable(ReadOnlySpan<byte> value) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(value), value.Length);

    private Span<byte> Copy(ReadOnlySpan<byte> value)
    {
        if (_buffer.Length < value.Length)
        {
            _buffer = new byte[value.Length];
        }

        var copy = _buffer.AsSpan(0, value.Length);
        value.CopyTo(copy);
        return copy;
    }
}
