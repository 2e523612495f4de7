using System.Globalization;
using Ingot.MySql.Wire;

namespace Ingot.MySql;

/// <summary>
/// A connection of ours to a source, for small queries in text and bulk reads in the binary protocol. The session is pinned: UTC, utf8mb4, a plain sql_mode.
/// One statement at a time; not thread-safe. A cancellation kills the connection on the server: it cannot be used any more.
/// </summary>
public sealed class SourceConnection : IAsyncDisposable
{
    private const byte QuitCommand = 0x01, QueryCommand = 0x03, PrepareCommand = 0x16, ExecuteCommand = 0x17, CloseStatementCommand = 0x19;

    // The protocol itself counts the columns of a prepared statement in 16 bits; the servers allow 4,096 in a table.
    private const int MaximumColumns = ushort.MaxValue;
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);
    private Task? _kill;
    private uint _statement;

    private SourceConnection(MySqlSource source, WireConnection wire)
    {
        Source = source;
        Wire = wire;
        Flavor = wire.Handshake.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? ServerFlavor.MariaDb : ServerFlavor.MySql;
    }

    /// <summary>The source.</summary>
    public MySqlSource Source { get; }

    /// <summary>The connection's id on the server.</summary>
    public long ConnectionId => Wire.Handshake.ConnectionId;

    /// <summary>The version as the server writes it.</summary>
    public string ServerVersion => Wire.Handshake.ServerVersion;

    /// <summary>The server's family.</summary>
    public ServerFlavor Flavor { get; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool IsEncrypted => Wire.IsEncrypted;

    internal WireConnection Wire { get; }

    internal bool IsReading { get; set; }

    /// <summary>Opens a connection and pins its session.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The open connection; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">No server, wrong password, unknown database, TLS refused: each with its code and next step.</exception>
    public static async Task<SourceConnection> OpenAsync(MySqlSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var connection = new SourceConnection(source, await WireConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false));
        try
        {
            await connection.ExecuteAsync(SessionSettings.Build(connection.Flavor, connection.ServerVersion), cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Kills the statement on the server.</param>
    /// <returns>The number of affected rows.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public async Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(sql, cancellationToken).ConfigureAwait(false);
        return answer.AffectedRows;
    }

    /// <summary>Runs a query whose result is small.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancellationToken">Kills the query on the server.</param>
    /// <returns>All rows, in text.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error, or had to cut a value that exceeds its max_allowed_packet.</exception>
    public async Task<SqlRows> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(sql, cancellationToken).ConfigureAwait(false);
        await RequireWholeValuesAsync(answer.Warnings, "The server cannot answer a query whole", cancellationToken).ConfigureAwait(false);
        return answer.Rows;
    }

    /// <summary>Reads the first value of the first row.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancellationToken">Kills the query on the server.</param>
    /// <returns>The value's text, or null for NULL or no row.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public async Task<string?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        return rows.Rows.Count == 0 ? null : rows.Rows[0][0];
    }

    /// <summary>Starts a bulk read in the binary protocol.</summary>
    /// <param name="sql">The query, without parameters.</param>
    /// <param name="what">What fails if it fails, for messages: "Reading shop.sales failed".</param>
    /// <param name="cancellationToken">Kills the query on the server, also later while rows are read.</param>
    /// <returns>The reader. Read it to its end, or dispose the connection.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public Task<BinaryRowReader> OpenReaderAsync(string sql, string what, CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            await CloseStatementAsync(cancellationToken).ConfigureAwait(false);
            await Wire.SendCommandAsync(new PacketBuilder().Byte(PrepareCommand).Text(sql), cancellationToken).ConfigureAwait(false);
            var (statement, columnCount) = ParsePrepared((await ReadAsync(what).ConfigureAwait(false)).Span);
            _statement = statement;
            await ReadColumnsAsync(columnCount, what).ConfigureAwait(false);

            await Wire.SendCommandAsync(new PacketBuilder().Byte(ExecuteCommand).UInt32(statement).Byte(0).UInt32(1), cancellationToken).ConfigureAwait(false);
            var header = await ReadAsync(what).ConfigureAwait(false);
            var count = ReadColumnCount(header.Span);
            var columns = await ReadColumnsAsync(count, what).ConfigureAwait(false);
            IsReading = true;
            return new BinaryRowReader(this, columns, what, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_kill is not null)
        {
            await _kill.ConfigureAwait(false);
        }
        else if (IsReading)
        {
            // The server still sends: only a kill ends the query at once.
            await KillAsync().ConfigureAwait(false);
        }
        else
        {
            await TryQuitAsync().ConfigureAwait(false);
        }

        Wire.Dispose();
    }

    /// <summary>Fails when the last statement's warnings say that the server cut a value; its result holds an empty text or NULL instead.</summary>
    internal async Task RequireWholeValuesAsync(int warnings, string what, CancellationToken cancellationToken)
    {
        const int CutValue = 1301;
        if (warnings == 0)
        {
            return;
        }

        var answer = await RunAsync("SHOW WARNINGS", cancellationToken).ConfigureAwait(false);
        if (answer.Rows.Rows.FirstOrDefault(row => row[1] == CutValue.ToString(CultureInfo.InvariantCulture)) is { } cut)
        {
            throw new MySqlSourceException(MySqlErrorCodes.RowTooLarge, $"{what}: {cut[2]} (server warning {CutValue}).", WireErrors.RowTooLargeNextStep) { ServerErrorNumber = CutValue };
        }
    }

    /// <summary>Kills the connection on the server and ends the socket, in the background; once.</summary>
    internal void StartKill()
    {
        lock (Wire)
        {
            _kill ??= Task.Run(KillAsync);
        }
    }

    private async Task KillAsync()
    {
        using var limit = new CancellationTokenSource(KillLimit);
        try
        {
            using var wire = await WireConnection.OpenAsync(Source with { ConnectTimeout = KillLimit }, limit.Token).ConfigureAwait(false);
            var kill = string.Create(CultureInfo.InvariantCulture, $"KILL {ConnectionId}");
            await wire.SendCommandAsync(new PacketBuilder().Byte(QueryCommand).Text(kill), limit.Token).ConfigureAwait(false);
            await wire.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is MySqlSourceException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody can be asked any more; the end of the socket ends the query at the server's next write.
        }
        finally
        {
            Wire.Abort();
        }
    }

    private async Task TryQuitAsync()
    {
        try
        {
            await Wire.SendCommandAsync(new PacketBuilder().Byte(QuitCommand), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException)
        {
            // The connection is gone already, which is what was wanted.
        }
    }

    private static (uint Statement, int Columns) ParsePrepared(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.Take(1);
        var statement = parser.ReadUInt32();
        var columns = parser.ReadUInt16();
        var parameters = parser.ReadUInt16();
        return parameters == 0 ? (statement, columns) : throw new ArgumentException("A bulk read has no parameters.");
    }

    private async Task CloseStatementAsync(CancellationToken cancellationToken)
    {
        if (_statement != 0)
        {
            await Wire.SendCommandAsync(new PacketBuilder().Byte(CloseStatementCommand).UInt32(_statement), cancellationToken).ConfigureAwait(false);
            _statement = 0;
        }
    }

    private Task<(long AffectedRows, SqlRows Rows, int Warnings)> RunAsync(string sql, CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            const string What = "The server refused a statement";
            await Wire.SendCommandAsync(new PacketBuilder().Byte(QueryCommand).Text(sql), cancellationToken).ConfigureAwait(false);
            var header = await ReadAsync(What).ConfigureAwait(false);
            if (header.Span[0] == 0)
            {
                return (ParseAffectedRows(header.Span), new SqlRows([], []), 0);
            }

            var count = ReadColumnCount(header.Span);
            var columns = await ReadColumnsAsync(count, What).ConfigureAwait(false);
            var rows = new List<string?[]>();
            while (true)
            {
                var payload = await ReadAsync(What).ConfigureAwait(false);
                if (payload.Span[0] == 0xFE && payload.Length < (Wire.DeprecatesEof ? PacketReader.MaximumPartLength : 9))
                {
                    return (0L, new SqlRows([.. columns.Select(column => column.Name)], rows), Wire.ParseWarnings(payload.Span));
                }

                rows.Add(ParseRow(payload.Span, count));
            }
        },
        cancellationToken);

    private static int ReadColumnCount(ReadOnlySpan<byte> payload)
    {
        var count = new PacketParser(payload).ReadLengthEncoded();
        return count is > 0 and <= MaximumColumns ? (int)count : throw WireErrors.Protocol($"a result of {count} columns");
    }

    private static long ParseAffectedRows(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.Take(1);
        return (long)parser.ReadLengthEncoded();
    }

    private static string?[] ParseRow(ReadOnlySpan<byte> payload, int count)
    {
        var parser = new PacketParser(payload);
        var row = new string?[count];
        for (var i = 0; i < count; i++)
        {
            row[i] = parser.ReadTextValue();
        }

        return row;
    }

    private async Task<IReadOnlyList<ResultColumn>> ReadColumnsAsync(int count, string what)
    {
        var columns = new ResultColumn[count];
        for (var i = 0; i < count; i++)
        {
            columns[i] = ResultColumnParser.Parse((await ReadAsync(what).ConfigureAwait(false)).Span);
        }

        if (count > 0 && !Wire.DeprecatesEof)
        {
            await ReadAsync(what).ConfigureAwait(false);
        }

        return columns;
    }

    /// <summary>Reads a packet that is not empty and not an error.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(string what)
    {
        var payload = await Wire.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        return payload.Length == 0
            ? throw WireErrors.Protocol("an empty packet")
            : payload.Span[0] == 0xFF ? throw ErrorPacket.Parse(payload.Span).ToException(what) : payload;
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsReading)
        {
            throw new InvalidOperationException("A bulk read is under way on this connection.");
        }

        await using var kill = cancellationToken.Register(StartKill).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            StartKill();
            await _kill!.ConfigureAwait(false);
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException)
        {
            throw WireErrors.Lost(cause);
        }
    }
}
