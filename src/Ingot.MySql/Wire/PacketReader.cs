namespace Ingot.MySql.Wire;

/// <summary>
/// Cuts a byte stream into packets (MySQL protocol, "Packets"). A packet's bytes are valid until the next one is read. Filling awaits or blocks; taking is synchronous.
/// </summary>
internal sealed class PacketReader
{
    /// <summary>The longest payload that a packet can hold in one part; a payload of this length goes on in the next part.</summary>
    public const int MaximumPartLength = 0xFFFFFF;

    /// <summary>The longest row that is accepted: the greatest max_allowed_packet that a server can have.</summary>
    public const int MaximumPayloadLength = 1 << 30;

    private const int HeaderLength = 4;
    private const int NormalCapacity = 256 * 1024;
    private byte[] _buffer = new byte[NormalCapacity];
    private int _start;
    private int _end;
    private int _payloadStart;
    private int _payloadLength;
    private Stream _stream;

    public PacketReader(Stream stream) => _stream = stream;

    /// <summary>All bytes that were taken, headers too.</summary>
    public long BytesTaken { get; private set; }

    /// <summary>The number that the next packet of either side has.</summary>
    public byte Sequence { get; set; }

    /// <summary>Goes on over another stream, as TLS does in the middle of the handshake.</summary>
    public void Replace(Stream stream) => _stream = _start == _end ? stream : throw WireErrors.Protocol("bytes that come before the TLS handshake");

    /// <summary>Reads a packet; blocks.</summary>
    public ReadOnlySpan<byte> Read()
    {
        while (!TryTake(out var missing))
        {
            MakeRoom(missing);
            var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count > 0 ? count : throw WireErrors.Ended();
        }

        return _buffer.AsSpan(_payloadStart, _payloadLength);
    }

    /// <summary>Reads a packet.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        int missing;
        while (!TryTake(out missing))
        {
            MakeRoom(missing);
            var count = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count > 0 ? count : throw WireErrors.Ended();
        }

        return _buffer.AsMemory(_payloadStart, _payloadLength);
    }

    /// <summary>Takes a packet that is wholly in the buffer, or tells how many bytes are missing at least.</summary>
    private bool TryTake(out int missing)
    {
        var at = _start;
        var total = 0;
        var number = Sequence;
        int length;
        do
        {
            missing = HeaderLength - (_end - at);
            if (missing > 0)
            {
                return false;
            }

            // Before the length is believed: what is no MySQL server is told by its first four bytes.
            if (_buffer[at + 3] != number)
            {
                throw WireErrors.Protocol($"packet number {_buffer[at + 3]} where {number} was expected");
            }

            number++;
            length = ReadLength(at);
            total += length;
            missing = at + HeaderLength + length - _end;
            if (total > MaximumPayloadLength)
            {
                throw WireErrors.Protocol($"a row of more than {MaximumPayloadLength} bytes");
            }

            if (missing > 0)
            {
                return false;
            }

            at += HeaderLength + length;
        }
        while (length == MaximumPartLength);

        Sequence = number;
        TakeParts(total);
        BytesTaken += at - _start;
        _start = at;
        return true;
    }

    /// <summary>Moves a packet's parts together.</summary>
    private void TakeParts(int total)
    {
        _payloadStart = _start + HeaderLength;
        _payloadLength = total;
        var target = _payloadStart;
        var source = _start;
        int length;
        do
        {
            length = ReadLength(source);
            if (target != source + HeaderLength)
            {
                Buffer.BlockCopy(_buffer, source + HeaderLength, _buffer, target, length);
            }

            target += length;
            source += HeaderLength + length;
        }
        while (length == MaximumPartLength);
    }

    private int ReadLength(int at) => _buffer[at] | (_buffer[at + 1] << 8) | (_buffer[at + 2] << 16);

    private void MakeRoom(int missing)
    {
        var waiting = _end - _start;
        if (_end + missing <= _buffer.Length && waiting > 0)
        {
            return;
        }

        var needed = Math.Max(NormalCapacity, waiting + missing);
        if (needed > _buffer.Length || (_buffer.Length > NormalCapacity && needed <= NormalCapacity))
        {
            var larger = new byte[needed];
            Buffer.BlockCopy(_buffer, _start, larger, 0, waiting);
            _buffer = larger;
        }
        else
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, waiting);
        }

        _start = 0;
        _end = waiting;
    }
}
