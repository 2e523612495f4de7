using System.Buffers.Binary;
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

        if (_buffer.Length < value.Length)
        {
            _buffer = new byte[value.Length];
        }

        var result = _buffer.AsSpan(0, value.Length);
        result[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(result[1..], BinaryPrimitives.ReadUInt32LittleEndian(value[5..]) | SridFlag);
        value[..4].CopyTo(result[5..]);
        value[ShortestValue..].CopyTo(result[ShortestValue..]);
        Write(index, result);
        return offset;
    }
}
