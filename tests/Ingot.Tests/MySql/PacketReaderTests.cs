using CsCheck;
using Ingot.MySql;
using Ingot.MySql.Wire;

namespace Ingot.Tests.MySql;

public sealed class PacketReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(0xFFFFFE)]
    [InlineData(0xFFFFFF)]
    [InlineData((0xFFFFFF * 2) + 17)]
    public void Payload_of_any_length_is_read_back(int length)
    {
        var payload = new byte[length];
        new Random(length).NextBytes(payload);
        var reader = new PacketReader(new TrickleStream([.. Frame(payload, 0), .. Frame([7], (byte)((length / 0xFFFFFF) + 1))]));
        Assert.True(reader.Read().SequenceEqual(payload));
        Assert.Equal([7], reader.Read().ToArray());
    }

    [Fact]
    public void Wrong_number_is_a_protocol_error()
    {
        var error = Assert.Throws<MySqlSourceException>(() => new PacketReader(new MemoryStream([1, 0, 0, 5, 0])).Read().ToArray());
        Assert.Equal(MySqlErrorCodes.Protocol, error.Code);
    }

    [Fact]
    public void End_in_the_middle_of_a_packet_is_a_lost_connection()
    {
        var error = Assert.Throws<MySqlSourceException>(() => new PacketReader(new MemoryStream([9, 0, 0, 0, 1])).Read().ToArray());
        Assert.Equal(MySqlErrorCodes.ConnectionLost, error.Code);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void Any_bytes_as_a_greeting_give_a_handshake_or_our_exception() => Gen.Byte.Array[0, 120].Sample(bytes =>
    {
        foreach (var payload in new[] { bytes, [10, .. bytes], [255, .. bytes] })
        {
            try
            {
                HandshakePacket.Parse(payload);
            }
            catch (MySqlSourceException)
            {
                // What is no handshake is a protocol error.
            }
        }
    });

    [Fact]
    public void Any_bytes_as_a_column_give_a_column_or_our_exception() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        try
        {
            ResultColumnParser.Parse(bytes);
        }
        catch (MySqlSourceException)
        {
            // What is no column is a protocol error.
        }
    });

    private static byte[] Frame(byte[] payload, byte sequence)
    {
        var result = new MemoryStream();
        var offset = 0;
        int part;
        do
        {
            part = Math.Min(0xFFFFFF, payload.Length - offset);
            result.Write([(byte)part, (byte)(part >> 8), (byte)(part >> 16), sequence++]);
            result.Write(payload, offset, part);
            offset += part;
        }
        while (part == 0xFFFFFF);
        return result.ToArray();
    }

    /// <summary>Gives back fewer bytes than asked for.</summary>
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 70_001));
    }
}
