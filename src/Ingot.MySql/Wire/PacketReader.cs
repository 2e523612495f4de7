namespace Ingot.MySql.Wire;

/// <summary>
/// Cuts a byte stream into packets (MySQL protocol, "Packets"). A packet's bytes are valid until the next one is read. Filling awaits or blocks; taking is synchronous.
/// </summary>
internal sealed class PacketReader : IDisposable
{
    /// <summary>The longest payload that a packet can hold in one part; a payload of this length goes on in the next part.</summary>
    public const int MaximumPartLength = 0xFFFFFF;

    /// <summary>The longest row that is accepted: the greatest max_allowed_packet that a server can have.</summary>
    public const int MaximumPayloadLength = 1 << 30;

    /// <summary>A row from this length on is large: <see cref="BeforeLargePayload"/> hears of it before memory for it is taken.</summary>
    public const int LargePayloadLength = 4 * 1024 * 1024;

    private const int HeaderLength = 4;
    private const int NormalCapacity = 256 * 1024;
    private byte[] _buffer = new byte[NormalCapacity];
    private int _start;
    private int _end;
    private int _payloadStart;
    private int _payloadLength;
    private Stream _stream;
    private LargePayload? _large;

    public PacketReader(Stream stream) => _stream = stream;

    /// <summary>All bytes that were taken, headers too.</summary>
    public long BytesTaken { get; private set; }

    /// <summary>The number that the next packet of either side has.</summary>
    public byte Sequence { get; set; }

    /// <summary>Called by <see cref="Read"/> when a payload of <see cref="LargePayloadLength"/> or more begins, before memory for it is taken, with the length of its first part; it may block.</summary>
    public Action<int>? BeforeLargePayload { get; set; }

    /// <summary>Goes on over another stream, as TLS does in the middle of the handshake.</summary>
    public void Replace(Stream stream) => _stream = _start == _end ? stream : throw WireErrors.Protocol("bytes that come before the TLS handshake");

    /// <summary>Reads a packet; blocks. The bytes of one that does not fit the ordinary buffer are outside of the managed heap.</summary>
    public ReadOnlySpan<byte> Read()
    {
        ForgetLarge();
        while (!TryTake(out var missing))
        {
            if (missing > NormalCapacity - HeaderLength)
            {
                return ReadLarge();
            }

            MakeRoom(missing);
            var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += RequireSome(count);
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
            _end += RequireSome(count);
        }

        return _buffer.AsMemory(_payloadStart, _payloadLength);
    }

    /// <inheritdoc/>
    public void Dispose() => _large?.Dispose();

    /// <summary>Reads a packet whose first header is in the buffer, straight into the large payload.</summary>
    private ReadOnlySpan<byte> ReadLarge()
    {
        var large = _large ??= new LargePayload();
        int length;
        do
        {
            while (_end - _start < HeaderLength)
            {
                MakeRoom(HeaderLength - (_end - _start));
                _end += RequireSome(_stream.Read(_buffer, _end, _buffer.Length - _end));
            }

            length = TakeHeader();
            if ((long)large.Length + length > MaximumPayloadLength)
            {
                throw WireErrors.TooLarge(MaximumPayloadLength);
            }

            if (large.Length == 0 && length >= LargePayloadLength)
            {
                BeforeLargePayload?.Invoke(length);
            }

            FillPart(large.Add(length));
        }
        while (length == MaximumPartLength);
        return large.Bytes;
    }

    /// <summary>Fills a part from the buffer first, then from the stream.</summary>
    private void FillPart(Span<byte> part)
    {
        var buffered = Math.Min(part.Length, _end - _start);
        _buffer.AsSpan(_start, buffered).CopyTo(part);
        _start += buffered;

        // In pieces: a stream without a method for spans rents an array as long as the span.
        for (var rest = part[buffered..]; rest.Length > 0;)
        {
            rest = rest[RequireSome(_stream.Read(rest[..Math.Min(rest.Length, NormalCapacity)]))..];
        }

        BytesTaken += part.Length;
    }

    private int TakeHeader()
    {
        if (_buffer[_start + 3] != Sequence)
        {
            throw WireErrors.Protocol($"packet number {_buffer[_start + 3]} where {Sequence} was expected");
        }

        Sequence++;
        var length = ReadLength(_start);
        _start += HeaderLength;
        BytesTaken += HeaderLength;
        return length;
    }

    private void ForgetLarge()
    {
        if (_large is { Capacity: >= LargePayloadLength })
        {
            _large.Dispose();
            _large = null;
        }

        _large?.Clear();
    }

    private static int RequireSome(int count) => count > 0 ? count : throw WireErrors.Ended();

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
                throw WireErrors.TooLarge(MaximumPayloadLength);
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
