namespace Ingot.Replication.Decoding;

/// <summary>BIT(1): bytes on the wire, a boolean in the vector.</summary>
internal sealed unsafe class BitDecoder : ColumnDecoder
{
    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        var bytes = TakeLengthEncoded(row, ref offset);
        Values[index] = bytes.Length > 0 && (bytes[^1] & 1) == 1 ? (byte)1 : (byte)0;
        return offset;
    }
}
