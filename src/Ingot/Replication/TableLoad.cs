using System.Diagnostics;
using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication.Decoding;

namespace Ingot.Replication;

/// <summary>The load of one table under way. Its ranges are read from several threads.</summary>
internal sealed class TableLoad
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);
    private readonly ReplicationOptions _options;
    private readonly IReplicationProgress? _progress;
    private readonly Dictionary<string, ZeroDateCounter> _zeroDates;
    private long _started;
    private long _reported;
    private long _rows;
    private long _bytes;
    private int _rangesLeft;

    public TableLoad(TableReplicationPlan plan, SourceTable source, LandingTable landing, ReplicationOptions options, IReplicationProgress? progress)
    {
        Plan = plan with { Schema = source.Schema, LeftOutColumns = source.LeftOutColumns };
        Mappings = TypeMapping.Map(source.Schema);
        Folder = new LoadFolder(landing, Guid.CreateVersion7().ToString("D"));
        _options = options;
        _progress = progress;
        _zeroDates = Mappings.ToDictionary(mapping => mapping.Column.Name, _ => new ZeroDateCounter());
    }

    public TableReplicationPlan Plan { get; }

    public TableSchema Schema => Plan.Schema;

    /// <summary>How the rows were brought to one state.</summary>
    public TableCoverage Coverage { get; set; }

    /// <summary>The rows read so far.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    public IReadOnlyList<ColumnMapping> Mappings { get; }

    public LoadFolder Folder { get; }

    /// <summary>The rows that the server counts in the snapshot.</summary>
    public long CountedRows { get; private set; }

    public IReadOnlyList<KeyRange> Ranges { get; private set; } = [];

    public LandingFileMetadata Metadata { get; private set; } = new();

    /// <summary>The bytes of a row in memory, by the column types and the server's estimate.</summary>
    public long BytesOfARow
    {
        get
        {
            var vectors = Mappings.Sum(mapping => mapping.DuckDbType is "VARCHAR" or "BLOB" || mapping.DuckDbType.StartsWith("DECIMAL", StringComparison.Ordinal) ? 16L : 8L);
            return vectors + (Schema.EstimatedRows > 0 ? Schema.EstimatedSizeInBytes / Schema.EstimatedRows : 0);
        }
    }

    /// <summary>The bytes in memory at which a row group ends. Less where the types allow rows of megabytes: no estimate tells whether there are, and the writer takes several times the bytes.</summary>
    public long BytesOfARowGroup
    {
        get
        {
            const int Ordinary = 32 * 1024 * 1024;
            return Mappings.Any(mapping => mapping.MayBeLong) ? Ordinary / 2 : Ordinary;
        }
    }

    /// <summary>The share of <see cref="MemoryGate"/> that reading one range takes: wide tables and large rows are read by fewer connections at once.</summary>
    public int Weight
    {
        get
        {
            const int ManyColumns = 64;
            const long LargeRow = 16 * 1024;
            var byColumns = Mappings.Count / ManyColumns;
            var bySize = Schema.EstimatedRows > 0 ? Schema.EstimatedSizeInBytes / Schema.EstimatedRows / LargeRow : 0;
            return (int)Math.Clamp(Math.Max(byColumns, bySize), 1, MemoryGate.Alone);
        }
    }

    /// <summary>Counts and splits the table.</summary>
    public async Task PrepareAsync(SourceConnection connection, SnapshotPosition position, int connections, CancellationToken cancellationToken)
    {
        var count = await connection.ScalarAsync($"SELECT COUNT(*) FROM {Schema.QuotedName}", cancellationToken).ConfigureAwait(false);
        CountedRows = long.Parse(count!, System.Globalization.CultureInfo.InvariantCulture);
        Ranges = Schema.IsInSnapshots ? await KeyRanges.SplitAsync(connection, Schema, CountedRows, RangeCount(connections), cancellationToken).ConfigureAwait(false) : [KeyRange.All];
        _rangesLeft = Ranges.Count;
        var checksum = string.IsNullOrEmpty(position.Gtid) ? await TableChecksum.LoadAsync(connection, Schema, cancellationToken).ConfigureAwait(false) : null;
        Metadata = new LandingFileMetadata
        {
            Source = Schema.FullName,
            Comment = Schema.Comment.Length > 0 ? Schema.Comment : null,
            LoadId = Folder.LoadId,
            LoadFiles = Ranges.Count,
            LoadRows = CountedRows,
            PositionJson = new SourcePosition(position, checksum).ToJson(),
            SchemaJson = LandingSchema.Build(Schema, Mappings, LandingSchema.FindKey(Plan.Table, Schema)).ToJson(),
        };
        Folder.Create();
    }

    /// <summary>Notes that a range is about to be read: with the first, the table's load begins.</summary>
    public void BeginRange()
    {
        if (Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0) == 0)
        {
            _progress?.TableStarted(Plan.Table.Name, CountedRows);
        }
    }

    /// <summary>The query of a range.</summary>
    public string BuildQuery(KeyRange range)
    {
        var columns = string.Join(", ", Mappings.Select(mapping => MySqlText.QuoteName(mapping.Column.Name)));
        var condition = range.Condition.Length == 0 ? "" : $" WHERE {range.Condition}";
        return $"SELECT {columns} FROM {Schema.QuotedName}{condition}";
    }

    /// <summary>Makes the rows of a range.</summary>
    public TableRowSource CreateSource(BinaryRowReader reader, RateLimit limit, ChunkGate gate, CancellationToken cancellationToken)
    {
        WireTypes.Check(Schema, Mappings, reader.Columns);
        var decoders = Mappings.Select(mapping =>
        {
            var name = $"{Schema.FullName}.{mapping.Column.Name}";
            var decoder = TypeMapping.TryFindRule(mapping.Column)!.CreateDecoder(mapping.Column, new DecodingContext(name, _options.ZeroDates, _zeroDates[mapping.Column.Name]));
            decoder.Column = name;
            return decoder;
        });
        return new TableRowSource(reader, Mappings, [.. decoders], limit, gate, Advance, cancellationToken);
    }

    /// <summary>Notes that a range is written.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool FinishRange() => Interlocked.Decrement(ref _rangesLeft) == 0;

    /// <summary>Checks the rows and publishes the files.</summary>
    public TableReplicationResult Publish(DuckDB.NET.Data.DuckDBConnection connection)
    {
        if (_rows != CountedRows)
        {
            throw new PipelineException(
                "INGOT2022", $"{Schema.FullName}: the server counted {CountedRows} rows and sent {_rows} in the same snapshot.", "Run the command again; if it stays, check the table with CHECK TABLE.");
        }

        var result = new TableReplicationResult
        {
            Table = Plan.Table.Name,
            Source = Schema.FullName,
            Action = TableAction.Load,
            Reason = Plan.Reason,
            Rows = _rows,
            SourceBytes = _bytes,
            LandingBytes = Folder.Publish(connection, Ranges.Count),
            Files = Ranges.Count,
            LoadId = Folder.LoadId,
            Duration = Stopwatch.GetElapsedTime(_started),
            ZeroDates = _zeroDates.Where(entry => entry.Value.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value.Count),
            LeftOutColumns = Plan.LeftOutColumns,
            Coverage = Coverage,
            Notes = BuildNotes(),
        };
        _progress?.TableFinished(result);
        return result;
    }

    private IReadOnlyList<string> BuildNotes() =>
    [
        .. Coverage switch
        {
            TableCoverage.ReadLock => [$"{Schema.Engine} is not in the snapshot: it was read under a lock"],
            TableCoverage.Checked => [$"{Schema.Engine} is not in the snapshot: its rows and checksum were the same before and after"],
            _ => Array.Empty<string>(),
        },
        .. Plan.LeftOutNotes,
        .. _zeroDates.Where(entry => entry.Value.Count > 0).Select(entry => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Value.Count} zero or impossible {(entry.Value.Count == 1 ? "date" : "dates")} of {entry.Key} became null")),
    ];

    // Enough ranges that all connections end at about the same time; and no file much beyond the size that engines read at once.
    private int RangeCount(int connections)
    {
        const long SmallTable = 32L * 1024 * 1024, LargeFile = 256L * 1024 * 1024;
        var size = Math.Max(Schema.EstimatedSizeInBytes, CountedRows * Mappings.Count * 8L);
        return size < SmallTable ? 1 : (int)Math.Max(connections * 2L, Math.Min(size / LargeFile, 4096));
    }

    private void Advance(int rows, long bytes)
    {
        var allRows = Interlocked.Add(ref _rows, rows);
        var allBytes = Interlocked.Add(ref _bytes, bytes);
        var last = Interlocked.Read(ref _reported);
        var now = Stopwatch.GetTimestamp();
        if (_progress is not null && Stopwatch.GetElapsedTime(last, now) >= BetweenReports && Interlocked.CompareExchange(ref _reported, now, last) == last)
        {
            _progress.TableAdvanced(Plan.Table.Name, allRows, allBytes, CountedRows == 0 ? 1 : Math.Min(1, allRows / (double)CountedRows));
        }
    }
}
