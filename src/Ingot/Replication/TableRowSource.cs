using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication.Decoding;

namespace Ingot.Replication;

/// <summary>The rows of a key range, from the wire into DuckDB's vectors.</summary>
internal sealed class TableRowSource : IRowSource
{
    // Values beyond this end a chunk early, so that a chunk of large values stays small.
    private const int MostBytesAChunk = 4 * 1024 * 1024;
    private readonly BinaryRowReader _reader;
    private readonly ColumnDecoder[] _decoders;
    private readonly RateLimit _limit;
    private readonly Action<int, long> _advanced;

    public TableRowSource(BinaryRowReader reader, IReadOnlyList<ColumnMapping> mappings, IReadOnlyList<ColumnDecoder> decoders, RateLimit limit, Action<int, long> advanced)
    {
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
        for (var i = 0; i < vectors.Length; i++)
        {
            _decoders[i].Attach(vectors[i]);
        }

        var count = 0;
        long bytes = 0;
        var firstValue = 1 + _reader.NullBitmapLength;
        while (count < capacity && bytes < MostBytesAChunk && _reader.Read(out var row))
        {
            Decode(row, firstValue, count);
            count++;
            bytes += row.Length;
        }

        Rows += count;
        _advanced(count, bytes);
        _limit.Wait(count, bytes);
        return count;
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
