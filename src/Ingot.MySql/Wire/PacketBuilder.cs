using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>Builds a packet with its header.</summary>
internal sealed class PacketBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    public PacketBuilder() => _bytes.Write("\0\0\0\0"u8);

    public PacketBuilder Byte(byte value) => Bytes([value]);

    public PacketBuilder UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public PacketBuilder Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public PacketBuilder Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public PacketBuilder ZeroTerminated(string text) => Text(text).Byte(0);

    /// <summary>Writes bytes with their length before them; up to 250 bytes.</summary>
    public PacketBuilder ShortBytes(ReadOnlySpan<byte> bytes) => bytes.Length <= 250
        ? Byte((byte)bytes.Length).Bytes(bytes)
        : throw new ArgumentOutOfRangeException(nameof(bytes), bytes.Length, "At most 250 bytes.");

    /// <summary>Ends the packet.</summary>
    /// <param name="sequence">Its number.</param>
    /// <returns>Header and payload.</returns>
    public ReadOnlyMemory<byte> Build(byte sequence)
    {
        var bytes = _bytes.WrittenSpan.ToArray();
        var length = bytes.Length - 4;
        if (length >= PacketReader.MaximumPartLength)
        {
            throw new ArgumentException($"A statement of {length} bytes is too long.");
        }

        bytes[0] = (byte)length;
        bytes[1] = (byte)(length >> 8);
        bytes[2] = (byte)(length >> 16);
        bytes[3] = sequence;
        return bytes;
    }
}
