using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>The server's first packet (MySQL protocol, "Protocol::HandshakeV10").</summary>
/// <param name="ServerVersion">The version text.</param>
/// <param name="ConnectionId">The connection's id on the server.</param>
/// <param name="Capabilities">What the server can.</param>
/// <param name="Scramble">The bytes that the password is mixed with.</param>
/// <param name="Plugin">The authentication plugin that the server starts with.</param>
internal sealed record HandshakePacket(string ServerVersion, uint ConnectionId, Capabilities Capabilities, byte[] Scramble, string Plugin)
{
    private const int ScrambleLength = 20;

    public static HandshakePacket Parse(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        var protocol = parser.ReadByte();
        if (protocol == 0xFF)
        {
            throw ErrorPacket.Parse(payload).ToException("The server refused the connection");
        }

        if (protocol != 10)
        {
            throw WireErrors.Protocol($"protocol version {protocol} instead of 10");
        }

        var version = Encoding.UTF8.GetString(parser.TakeZeroTerminated());
        var connectionId = parser.ReadUInt32();
        var scramble = new byte[ScrambleLength];
        parser.Take(8).CopyTo(scramble);
        parser.Take(1);
        uint capabilities = parser.ReadUInt16();
        parser.Take(1 + 2);
        capabilities |= (uint)parser.ReadUInt16() << 16;
        parser.Take(1 + 10);
        parser.Take(ScrambleLength - 8).CopyTo(scramble.AsSpan(8));
        parser.Take(1);
        var plugin = Encoding.UTF8.GetString(parser.TakeZeroTerminated());

        // MariaDB of old puts 5.5.5- before its version, for clients that compare numbers.
        return new HandshakePacket(version.StartsWith("5.5.5-", StringComparison.Ordinal) ? version[6..] : version, connectionId, (Capabilities)capabilities, scramble, plugin);
    }
}
