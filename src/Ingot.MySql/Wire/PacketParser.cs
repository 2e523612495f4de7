using System.Buffers.Binary;
using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>Reads the basic types of the protocol from a packet. Every read past the end is a protocol error.</summary>
internal ref struct PacketParser
{
    private readonly ReadOnlySpan<byte> _payload;

    public PacketParser(ReadOnlySpan<byte> payload) => _payload = payload;

    public int Offset { get; private set; }

    public readonly int Remaining => _payload.Length - Offset;

    public byte ReadByte() => Take(1)[0];

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > Remaining)
        {
            throw WireErrors.Protocol("a packet that is cut");
        }

        var result = _payload.Slice(Offset, length);
        Offset += length;
        return result;
    }

    public ReadOnlySpan<byte> TakeRest() => Take(Remaining);

    /// <summary>Reads a text that a zero byte ends; at the packet's end the byte may be missing.</summary>
    public ReadOnlySpan<byte> TakeZeroTerminated()
    {
        var rest = _payload[Offset..];
        var end = rest.IndexOf((byte)0);
        if (end < 0)
        {
            return TakeRest();
        }

        Offset += end + 1;
        return rest[..end];
    }

    /// <summary>Reads a length-encoded integer ("int&lt;lenenc&gt;").</summary>
    public ulong ReadLengthEncoded()
    {
        var first = ReadByte();
        return first switch
        {
            < 0xFB => first,
            0xFC => ReadUInt16(),
            0xFD => (ulong)(ReadByte() | (ReadByte() << 8) | (ReadByte() << 16)),
            0xFE => BinaryPrimitives.ReadUInt64LittleEndian(Take(8)),
            _ => throw WireErrors.Protocol($"a length that starts with 0x{first:X2}"),
        };
    }

    public ReadOnlySpan<byte> TakeLengthEncoded()
    {
        var length = ReadLengthEncoded();
        return length <= (ulong)Remaining ? Take((int)length) : throw WireErrors.Protocol("a packet that is cut");
    }

    /// <summary>Reads a value of a text row: null is 0xFB.</summary>
    public string? ReadTextValue()
    {
        if (Remaining > 0 && _payload[Offset] == 0xFB)
        {
            Offset++;
            return null;
        }

        return Encoding.UTF8.GetString(TakeLengthEncoded());
    }
}
