using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace Ingot.Seeding;

/// <summary>Writes rows as bytes for the server, in one of two formats. The values of a row are written in the order of the table's columns.</summary>
internal sealed class RowWriter
{
    private const int NumberLength = 24;
    private static readonly SearchValues<byte> LoadDataEscapes = SearchValues.Create("\\\t\n\r\0"u8);
    private static readonly SearchValues<byte> InsertEscapes = SearchValues.Create("\\'"u8);

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly RowFormat _format;
    private byte[] _scratch = new byte[256];
    private bool _firstField;
    private bool _firstRow = true;

    public RowWriter(RowFormat format) => _format = format;

    /// <summary>The bytes since the last <see cref="Clear"/>; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>The rows since the last <see cref="Clear"/>.</summary>
    public long Rows { get; private set; }

    public void Clear()
    {
        _buffer.ResetWrittenCount();
        _firstRow = true;
        Rows = 0;
    }

    public void BeginRow()
    {
        if (_format == RowFormat.Insert)
        {
            _buffer.Write(_firstRow ? "("u8 : ",\n("u8);
        }

        _firstRow = false;
        _firstField = true;
    }

    public void EndRow()
    {
        _buffer.Write(_format == RowFormat.Insert ? ")"u8 : "\n"u8);
        Rows++;
    }

    public void Null()
    {
        BeginField();
        _buffer.Write(_format == RowFormat.Insert ? "NULL"u8 : "\\N"u8);
    }

    public void Integer(long value)
    {
        BeginField();
        var span = _buffer.GetSpan(NumberLength);
        Utf8Formatter.TryFormat(value, span, out var length);
        _buffer.Advance(length);
    }

    public void Integer(long? value)
    {
        if (value is { } number)
        {
            Integer(number);
        }
        else
        {
            Null();
        }
    }

    public void Boolean(bool value) => Integer(value ? 1 : 0);

    /// <summary>A decimal number.</summary>
    /// <param name="unscaled">The value without its point: 1234 for 12.34.</param>
    /// <param name="scale">The digits after the point.</param>
    public void Decimal(long unscaled, int scale)
    {
        BeginField();
        var span = _buffer.GetSpan(NumberLength + 2);
        var length = 0;
        if (unscaled < 0)
        {
            span[length++] = (byte)'-';
            unscaled = -unscaled;
        }

        long unit = 1;
        for (var digit = 0; digit < scale; digit++)
        {
            unit *= 10;
        }

        Utf8Formatter.TryFormat(unscaled / unit, span[length..], out var written);
        length += written;
        span[length++] = (byte)'.';
        Utf8Formatter.TryFormat(unscaled % unit, span[length..], out written, new StandardFormat('D', (byte)scale));
        _buffer.Advance(length + written);
    }

    public void Date(DateOnly? value)
    {
        if (value is not { } date)
        {
            Null();
            return;
        }

        BeginField();
        Quote();
        WriteDate(date.Year, date.Month, date.Day);
        Quote();
    }

    /// <summary>A DATETIME(6).</summary>
    public void Moment(DateTime? value)
    {
        if (value is not { } time)
        {
            Null();
            return;
        }

        BeginField();
        Quote();
        WriteTime(time);
        var span = _buffer.GetSpan(7);
        span[0] = (byte)'.';
        Utf8Formatter.TryFormat(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond, span[1..], out var written, new StandardFormat('D', 6));
        _buffer.Advance(1 + written);
        Quote();
    }

    /// <summary>A TIMESTAMP without a fraction.</summary>
    public void Second(DateTime value)
    {
        BeginField();
        Quote();
        WriteTime(value);
        Quote();
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        BeginField();
        Quote();
        var maximum = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_scratch.Length < maximum)
        {
            _scratch = new byte[maximum];
        }

        WriteEscaped(_scratch.AsSpan(0, Encoding.UTF8.GetBytes(value, _scratch)));
        Quote();
    }

    private void WriteEscaped(ReadOnlySpan<byte> bytes)
    {
        var escapes = _format == RowFormat.Insert ? InsertEscapes : LoadDataEscapes;
        for (var next = bytes.IndexOfAny(escapes); next >= 0; next = bytes.IndexOfAny(escapes))
        {
            _buffer.Write(bytes[..next]);
            _buffer.Write(bytes[next] switch
            {
                (byte)'\\' => "\\\\"u8,
                (byte)'\'' => "\\'"u8,
                (byte)'\t' => "\\t"u8,
                (byte)'\n' => "\\n"u8,
                (byte)'\r' => "\\r"u8,
                0 => "\\0"u8,
                _ => throw new UnreachableException(),
            });
            bytes = bytes[(next + 1)..];
        }

        _buffer.Write(bytes);
    }

    private void WriteTime(DateTime time)
    {
        WriteDate(time.Year, time.Month, time.Day);
        var span = _buffer.GetSpan(9);
        span[0] = (byte)' ';
        span[3] = (byte)':';
        span[6] = (byte)':';
        Two(span[1..], time.Hour);
        Two(span[4..], time.Minute);
        Two(span[7..], time.Second);
        _buffer.Advance(9);
    }

    private void WriteDate(int year, int month, int day)
    {
        var span = _buffer.GetSpan(10);
        Two(span, year / 100);
        Two(span[2..], year % 100);
        span[4] = (byte)'-';
        span[7] = (byte)'-';
        Two(span[5..], month);
        Two(span[8..], day);
        _buffer.Advance(10);
    }

    private static void Two(Span<byte> span, int value)
    {
        span[0] = (byte)('0' + (value / 10));
        span[1] = (byte)('0' + (value % 10));
    }

    private void Quote()
    {
        if (_format == RowFormat.Insert)
        {
            _buffer.Write("'"u8);
        }
    }

    private void BeginField()
    {
        if (!_firstField)
        {
            _buffer.Write(_format == RowFormat.Insert ? ","u8 : "\t"u8);
        }

        _firstField = false;
    }
}
