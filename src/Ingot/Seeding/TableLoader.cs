using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Ingot.MySql;
using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>Fills tables on several connections, in pieces of some blocks; each piece is one transaction.</summary>
internal sealed class TableLoader
{
    private const int RowsInPiece = 40_000;
    private const int BytesInStatement = 1 << 20;

    private readonly MySqlSource _source;
    private readonly SeedOptions _options;
    private readonly IProgress<SeedProgress>? _progress;
    private readonly ConcurrentDictionary<string, long> _rows = new();

    public TableLoader(MySqlSource source, SeedOptions options, IProgress<SeedProgress>? progress)
    {
        _source = source;
        _options = options;
        _progress = progress;
    }

    /// <summary>Fills the tables.</summary>
    /// <param name="generators">The tables, parents first.</param>
    /// <param name="localInfile">Whether the server takes LOAD DATA LOCAL; else INSERT statements of many rows.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task LoadAsync(IReadOnlyList<ITableGenerator> generators, bool localInfile, CancellationToken cancellationToken)
    {
        var pieces = new ConcurrentQueue<Piece>(generators.SelectMany(Cut));
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = Enumerable.Range(0, Math.Max(1, _options.Connections)).Select(_ => WorkAsync(pieces, localInfile, failed)).ToList();
        await Task.WhenAll(workers).ConfigureAwait(false);
    }

    private static IEnumerable<Piece> Cut(ITableGenerator generator)
    {
        var blocks = Math.Max(1, (int)(RowsInPiece * (long)generator.Blocks / Math.Max(1, generator.Rows)));
        for (var block = 0; block < generator.Blocks; block += blocks)
        {
            yield return new Piece(generator, block, Math.Min(block + blocks, generator.Blocks));
        }
    }

    private async Task WorkAsync(ConcurrentQueue<Piece> pieces, bool localInfile, CancellationTokenSource failed)
    {
        // Off the caller's thread: making rows is work.
        await Task.Yield();
        try
        {
            var connection = await SeederConnection.OpenAsync(_source, _options.Database, checks: false, failed.Token).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                while (pieces.TryDequeue(out var piece))
                {
                    var rows = localInfile
                        ? await LoadDataAsync(connection, piece, failed.Token).ConfigureAwait(false)
                        : await InsertAsync(connection, piece, failed.Token).ConfigureAwait(false);
                    var sum = _rows.AddOrUpdate(piece.Generator.Table, rows, (_, before) => before + rows);
                    _progress?.Report(new SeedProgress(piece.Generator.Table, sum, piece.Generator.Rows));
                }
            }
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<long> LoadDataAsync(MySqlConnection connection, Piece piece, CancellationToken cancellationToken)
    {
        using var stream = new BlockStream(piece.Generator, piece.FirstBlock, piece.EndBlock);
        var loader = new MySqlBulkLoader(connection)
        {
            TableName = SeederConnection.Quote(piece.Generator.Table),
            SourceStream = stream,
            Local = true,
            CharacterSet = "utf8mb4",
            FieldTerminator = "\t",
            LineTerminator = "\n",
            EscapeCharacter = '\\',
        };
        loader.Columns.AddRange(piece.Generator.Columns);
        var rows = await loader.LoadAsync(cancellationToken).ConfigureAwait(false);
        // LOAD DATA LOCAL turns errors into warnings: a row that was skipped or changed must not pass.
        using var command = new MySqlCommand("SHOW COUNT(*) WARNINGS", connection);
        var warnings = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
        return rows == stream.Rows && warnings == 0
            ? rows
            : throw new InvalidOperationException($"LOAD DATA into {piece.Generator.Table} took {rows} of {stream.Rows} rows with {warnings} warnings.");
    }

    private static async Task<long> InsertAsync(MySqlConnection connection, Piece piece, CancellationToken cancellationToken)
    {
        var head = Encoding.UTF8.GetBytes($"INSERT INTO {SeederConnection.Quote(piece.Generator.Table)} ({string.Join(", ", piece.Generator.Columns)}) VALUES\n");
        var writer = new RowWriter(RowFormat.Insert);
        long rows = 0;
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            for (var block = piece.FirstBlock; block < piece.EndBlock; block++)
            {
                piece.Generator.WriteBlock(block, writer);
                if (writer.Written.Length > BytesInStatement || block == piece.EndBlock - 1)
                {
                    using var command = new MySqlCommand(Encoding.UTF8.GetString([.. head, .. writer.Written.Span]), connection, transaction);
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                    rows += writer.Rows;
                    writer.Clear();
                }
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return rows;
    }

    private readonly record struct Piece(ITableGenerator Generator, int FirstBlock, int EndBlock);
}
