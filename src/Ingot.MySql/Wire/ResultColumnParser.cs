using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>Reads column definitions (MySQL protocol, "ColumnDefinition41").</summary>
internal static class ResultColumnParser
{
    public static ResultColumn Parse(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.TakeLengthEncoded();
        parser.TakeLengthEncoded();
        parser.TakeLengthEncoded();
        parser.TakeLengthEncoded();
        var name = Encoding.UTF8.GetString(parser.TakeLengthEncoded());
        parser.TakeLengthEncoded();
        parser.ReadLengthEncoded();
        var characterSet = parser.ReadUInt16();
        parser.ReadUInt32();
        var type = parser.ReadByte();
        var flags = parser.ReadUInt16();
        return new ResultColumn(name, type, flags, characterSet);
    }
}
