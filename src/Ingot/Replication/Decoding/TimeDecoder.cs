using System.Buffers.Binary;
using System.Buffers.Text;

namespace Ingot.Replication.Decoding;

/// <summary>TIME to text as MySQL writes it: <c>-838:59:59.000000</c>, two digits or more of hours, the column's digits of a second's fraction.</summary>
internal sealed class TimeDecoder : TextDecoder
{
    private readonly int _fraction;

    /// <summary>Makes a decoder.</summary>
    /// <param name="fraction">The digits of a second's fraction, 0 to 6.</param>
    public TimeDecoder(int fraction)
        : base(isText: false) => _fraction = fraction;

    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        // "ProtocolBinary::MYSQL_TYPE_TIME": length 0, 8 or 12; sign, days, hours, minutes, seconds, microseconds.
        var length = row[offset];
        var value = row.Slice(offset + 1, length);
        Span<byte> text = stackalloc byte[32];
        var end = 0;
        var hours = length == 0 ? 0 : ((long)BinaryPrimitives.ReadUInt32LittleEndian(value[1..]) * 24) + value[5];
        if (length > 0 && value[0] != 0)
        {
            text[end++] = (byte)'-';
        }

        end += Write(text[end..], hours, 2);
        text[end++] = (byte)':';
        end += Write(text[end..], length == 0 ? 0 : value[6], 2);
        text[end++] = (byte)':';
        end += Write(text[end..], length == 0 ? 0 : value[7], 2);
        if (_fraction > 0)
        {
            text[end++] = (byte)'.';
            Write(text[end..], length >= 12 ? BinaryPrimitives.ReadUInt32LittleEndian(value[8..]) : 0, 6);
            end += _fraction;
        }

        Write(index, text[..end]);
        return offset + 1 + length;
    }

    private static int Write(Span<byte> target, long value, byte digits)
    {
        Utf8Formatter.TryFormat(value, target, out var written, new System.Buffers.StandardFormat('D', digits));
        return written;
    }
}
