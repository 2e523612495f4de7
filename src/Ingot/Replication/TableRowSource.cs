using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication.Decoding;

namespace Ingot.Replication;

/// <summary>The rows of a key range, from the wire into DuckDB's vectors.</summary>
internal sealed class TableRowSource : IRowSource, IDisposable
{
    // Values beyond this end a chunk early, so that a chunk of large values stays small. So a large row is the last of its chunk, and its bytes stay until the next.
    private const int MostBytesAChunk = BinaryRowReader.LargeRow;
    private readonly BinaryRowReader _reader;
    private readonly ColumnDecoder[] _decoders;
    private readonly RateLimit _limit;
    private readonly Action<int, long> _advanced;
    private readonly ChunkGate _gate;
    private readonly CancellationToken _cancellationToken;
    private int _entered;

    public TableRowSource(
        BinaryRowReader reader, IReadOnlyList<ColumnMapping> mappings, IReadOnlyList<ColumnDecoder> decoders, RateLimit limit, ChunkGate gate, Action<int, long> advanced, CancellationToken cancellationToken)
    {
        _gate = gate;
        _cancellationToken = cancellationToken;
        reader.BeforeLargeRow = length => _entered = _gate.EnterAlone(length, _cancellationToken);
        _reader = reader;
        _decoders = [.. decoders];
        _limit = limit;
        _advanced = advanced;
        Columns = [.. mappings.Select(mapping => (mapping.Column.Name, mapping.DuckDbType))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string DuckDbType)> Columns { get; }

    /// <summary>The rows read so far.</summary>
    public long Rows { get; private set; }

    /// <inheritdoc/>
    public int Fill(ReadOnlySpan<nint> vectors, int capacity)
    {
        LeaveGate();
        for (var i = 0; i < vectors.Length; i++)
        {
            _decoders[i].Attach(vectors[i]);
        }

        var count = 0;
        long bytes = 0;
        var firstValue = 1 + _reader.NullBitmapLength;
        while (count < capacity && bytes < MostBytesAChunk && _reader.Read(out var row))
        {
            if (row.Length >= BinaryRowReader.LargeRow)
            {
                Array.ForEach(_decoders, decoder => decoder.RowStays = true);
            }

            Decode(row, firstValue, count);
            count++;
            bytes += row.Length;
        }

        Rows += count;
        _advanced(count, bytes);
        _limit.Wait(count, bytes);
        if (count > 0 && _entered == 0)
        {
            _entered = _gate.Enter(_cancellationToken);
        }

        return count;
    }

    /// <summary>Lets the other readers go on, when the statement ended before it asked for the next chunk.</summary>
    public void Dispose() => LeaveGate();

    private void LeaveGate()
    {
        _gate.Leave(_entered);
        _entered = 0;
    }

    private void Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        const string Problem = "The server sent a row that is cut or not of the columns that it announced.";
        const string NextStep = "Run the command again; if it stays, report it.";
        var decoders = _decoders;
        try
        {
            for (var i = 0; i < decoders.Length; i++)
            {
                // The bitmap starts at byte 1, and its first two bits are not used.
                if ((row[1 + ((i + 2) >> 3)] & (1 << ((i + 2) & 7))) != 0)
                {
                    decoders[i].SetNull(index);
                }
                else
                {
                    offset = decoders[i].Decode(row, offset, index);
                }
            }
        }
        catch (Exception cause) when (cause is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new MySqlSourceException(MySqlErrorCodes.Protocol, Problem, NextStep, cause);
        }

        if (offset != row.Length)
        {
            throw new MySqlSourceException(MySqlErrorCodes.Protocol, Problem, NextStep);
        }
    }
}
