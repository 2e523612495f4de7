using CsCheck;
using Ingot.MySql;
using Ingot.MySql.Wire;

namespace Ingot.Tests.MySql;

public sealed class PacketReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(262_140)]
    [InlineData(262_141)]
    [InlineData(300_000)]
    [InlineData(1_000_000)]
    [InlineData(5_000_000)]
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
    public void Payloads_of_all_lengths_are_read_one_after_the_other()
    {
        int[] lengths = [10, 300_000, 0xFFFFFF + 5, 0, 600_000, 5_000_000, 250_000, 0xFFFFFF, 3];
        var payloads = lengths.Select(length =>
        {
            var payload = new byte[length];
            new Random(length).NextBytes(payload);
            return payload;
        }).ToList();
        byte sequence = 0;
        var stream = new MemoryStream();
        foreach (var payload in payloads)
        {
            stream.Write(Frame(payload, sequence));
            sequence += (byte)((payload.Length / 0xFFFFFF) + 1);
        }

        using var reader = new PacketReader(new TrickleStream(stream.ToArray()));
        foreach (var payload in payloads)
        {
            Assert.True(reader.Read().SequenceEqual(payload));
        }

        Assert.Equal(stream.Length, reader.BytesTaken);
    }

    [Fact]
    public void Large_payload_is_announced_once_and_before_it_has_come()
    {
        var announced = new List<(int Length, long Position)>();
        var bytes = new MemoryStream([.. Frame(new byte[PacketReader.LargePayloadLength - 1], 0), .. Frame(new byte[PacketReader.LargePayloadLength], 1), .. Frame(new byte[0xFFFFFF + 9], 2)]);
        using var reader = new PacketReader(bytes);
        reader.BeforeLargePayload = length => announced.Add((length, bytes.Position));
        for (var i = 0; i < 3; i++)
        {
            reader.Read();
        }

        Assert.Equal([PacketReader.LargePayloadLength, 0xFFFFFF], announced.Select(one => one.Length));
        Assert.InRange(announced[1].Position, 0, (2 * PacketReader.LargePayloadLength) + 1_000_000);
    }

    [Fact]
    public void End_in_the_middle_of_a_large_payload_is_a_lost_connection()
    {
        using var reader = new PacketReader(new MemoryStream(Frame(new byte[0xFFFFFF + 9], 0)[..^3]));
        Assert.Equal(MySqlErrorCodes.ConnectionLost, Assert.Throws<MySqlSourceException>(() => reader.Read().ToArray()).Code);
    }

    [Fact]
    public void Part_of_a_large_payload_with_a_wrong_number_is_a_protocol_error()
    {
        var bytes = Frame(new byte[0xFFFFFF + 9], 0);
        bytes[4 + 0xFFFFFF + 3] = 7;
        using var reader = new PacketReader(new MemoryStream(bytes));
        Assert.Equal(MySqlErrorCodes.Protocol, Assert.Throws<MySqlSourceException>(() => reader.Read().ToArray()).Code);
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
