using Ingot.MySql.Wire;

namespace Ingot.MySql;

/// <summary>
/// Reads the rows of a query in the binary protocol ("Binary Protocol Resultset Row"), as bytes. It blocks: give it a thread of its own. Not thread-safe.
/// A row is: 0, then the bitmap of nulls (bit 2 of its first byte is the first column's), then the values that are not null.
/// </summary>
public sealed class BinaryRowReader : IDisposable
{
    /// <summary>The length in bytes from which on a row is large. A large row's bytes are outside of the managed heap: they do not move.</summary>
    public const int LargeRow = PacketReader.LargePayloadLength;

    private readonly SourceConnection _connection;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _kill;
    private readonly string _what;
    private bool _isAtEnd;
    private int _warnings;

    internal BinaryRowReader(SourceConnection connection, IReadOnlyList<ResultColumn> columns, string what, CancellationToken cancellationToken)
    {
        _connection = connection;
        _cancellationToken = cancellationToken;
        _what = what;
        Columns = columns;
        _kill = cancellationToken.Register(connection.StartKill);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>The length of the bitmap of nulls in bytes; the first value is at 1 + this.</summary>
    public int NullBitmapLength => (Columns.Count + 9) / 8;

    /// <summary>The bytes that the connection has received so far.</summary>
    public long BytesRead => _connection.Wire.Reader.BytesTaken;

    /// <summary>Called when a large row begins, before memory for it is taken, with the bytes that it has at least (16 MB for a longer one); it may block, and what it throws ends the reading.</summary>
    public Action<int>? BeforeLargeRow
    {
        get => _connection.Wire.Reader.BeforeLargePayload;
        set => _connection.Wire.Reader.BeforeLargePayload = value;
    }

    /// <summary>Reads the next row.</summary>
    /// <param name="row">The row's bytes, valid until the next call.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="MySqlSourceException">The server failed or sent an error.</exception>
    /// <exception cref="OperationCanceledException">The reader's token was cancelled.</exception>
    public bool Read(out ReadOnlySpan<byte> row)
    {
        row = default;
        if (_isAtEnd)
        {
            return false;
        }

        try
        {
            row = _connection.Wire.Reader.Read();
        }
        catch (Exception) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException)
        {
            throw WireErrors.Lost(cause);
        }

        if (row.Length > 0 && row[0] == 0)
        {
            return true;
        }

        if (row.Length > 0 && row[0] == 0xFE)
        {
            _isAtEnd = true;
            _warnings = _connection.Wire.ParseWarnings(row);
            _connection.IsReading = false;
            row = default;
            return false;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        throw row.Length > 0 && row[0] == 0xFF ? ErrorPacket.Parse(row).ToException(_what) : WireErrors.Protocol("a row that starts wrong");
    }

    /// <summary>Asks, after the last row, whether the server sent every value whole: it cuts the text of a JSON value that exceeds its limit, with no more than a warning.</summary>
    /// <param name="cancellationToken">Kills the question on the server.</param>
    /// <returns>A task that ends when all values are known to be whole.</returns>
    /// <exception cref="MySqlSourceException">A value was cut.</exception>
    /// <exception cref="InvalidOperationException">There are rows left.</exception>
    public Task RequireWholeValuesAsync(CancellationToken cancellationToken) => _isAtEnd
        ? _connection.RequireWholeValuesAsync(_warnings, _what, cancellationToken)
        : throw new InvalidOperationException("The rows are not read to their end.");

    /// <summary>Ends the reading. Before the last row the connection cannot be used any more: dispose it too.</summary>
    public void Dispose()
    {
        BeforeLargeRow = null;
        _kill.Dispose();
    }
}
