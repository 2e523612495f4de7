namespace Ingot.Seeding;

/// <summary>A stream of the rows of some blocks, each made when it is read: memory holds one block.</summary>
internal sealed class BlockStream : Stream
{
    private readonly ITableGenerator _generator;
    private readonly RowWriter _writer = new(RowFormat.LoadData);
    private readonly int _endBlock;
    private int _block;
    private int _position;

    public BlockStream(ITableGenerator generator, int firstBlock, int endBlock)
    {
        _generator = generator;
        _block = firstBlock;
        _endBlock = endBlock;
    }

    /// <summary>The rows that were made so far.</summary>
    public long Rows { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_position == _writer.Written.Length)
        {
            if (_block == _endBlock)
            {
                return 0;
            }

            _writer.Clear();
            _generator.WriteBlock(_block++, _writer);
            Rows += _writer.Rows;
            _position = 0;
        }

        var count = Math.Min(buffer.Length, _writer.Written.Length - _position);
        _writer.Written.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
