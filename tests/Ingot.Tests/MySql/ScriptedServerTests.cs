using System.Text;
using Ingot.MySql;

namespace Ingot.Tests.MySql;

public sealed class ScriptedServerTests
{
    private static readonly byte[] EndOfRows = [0xFE, 0, 0, 2, 0, 0, 0];

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", MySqlErrorCodes.Protocol)]
    [InlineData("", MySqlErrorCodes.ConnectionLost)]
    public async Task What_is_no_MySQL_server_is_named(string greeting, string code)
    {
        await using var server = new FakeMySqlServer(peer => peer.SendRawAsync(Encoding.ASCII.GetBytes(greeting)));
        var error = await OpenFailsAsync(server);
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task An_older_protocol_is_refused()
    {
        await using var server = new FakeMySqlServer(async peer => await peer.SendAsync(FakeMySqlServer.Greeting(protocol: 9)));
        var error = await OpenFailsAsync(server);
        Assert.Equal(MySqlErrorCodes.Protocol, error.Code);
        Assert.Contains("protocol version 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_connections_is_transient_and_says_what_to_do()
    {
        await using var server = new FakeMySqlServer(async peer => await peer.SendAsync(FakeMySqlServer.Error(1040, "Too many connections")));
        var error = await OpenFailsAsync(server);
        Assert.Equal((MySqlErrorCodes.NoServer, true, 1040), (error.Code, error.IsTransient, error.ServerErrorNumber));
        Assert.Contains("max_connections", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_server_ends_with_the_limit()
    {
        await using var server = new FakeMySqlServer(peer => peer.DrainAsync());
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() =>
            SourceConnection.OpenAsync(server.Source with { ConnectTimeout = TimeSpan.FromMilliseconds(50) }, TestContext.Current.CancellationToken));
        Assert.Equal(MySqlErrorCodes.NoServer, error.Code);
        Assert.Contains("no answer within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_an_unknown_plugin_is_named()
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.SendAsync(FakeMySqlServer.Greeting());
            await peer.ReceiveAsync();
            await peer.SendAsync([0xFE, .. "authentication_kerberos\0"u8]);
            await peer.DrainAsync();
        });
        var error = await OpenFailsAsync(server);
        Assert.Equal(MySqlErrorCodes.Authentication, error.Code);
        Assert.Contains("authentication_kerberos", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_not_sent_in_clear_text_without_TLS()
    {
        byte[] answer = [];
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.SendAsync(FakeMySqlServer.Greeting());
            answer = await peer.ReceiveAsync();
            await peer.SendAsync([0xFE, .. "mysql_clear_password\0"u8]);
            await peer.DrainAsync();
        });
        var error = await OpenFailsAsync(server);
        Assert.Equal(MySqlErrorCodes.Authentication, error.Code);
        Assert.Equal(-1, answer.AsSpan().IndexOf("secret"u8));
    }

    [Fact]
    public async Task A_public_key_that_is_none_is_a_protocol_error()
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.SendAsync(FakeMySqlServer.Greeting("caching_sha2_password"));
            await peer.ReceiveAsync();
            await peer.SendAsync([1, 4]);
            await peer.ReceiveAsync();
            await peer.SendAsync([1, .. "no key at all"u8]);
            await peer.DrainAsync();
        });
        Assert.Equal(MySqlErrorCodes.Protocol, (await OpenFailsAsync(server)).Code);
    }

    public static TheoryData<string, byte[][], string> Answers => new()
    {
        { "a file is asked for", [[0xFB, .. "/etc/passwd"u8]], MySqlErrorCodes.Protocol },
        { "more columns than a table can have", [[0xFE, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0]], MySqlErrorCodes.Protocol },
        { "an empty packet", [[]], MySqlErrorCodes.Protocol },
        { "a column that is cut", [[1], [3, .. "de"u8]], MySqlErrorCodes.Protocol },
        { "a row that is cut", [[1], FakeMySqlServer.Column("a"), [20, .. "x"u8]], MySqlErrorCodes.Protocol },
        { "an error among the rows", [[1], FakeMySqlServer.Column("a"), [1, .. "x"u8], FakeMySqlServer.Error(1317, "Query execution was interrupted")], MySqlErrorCodes.Statement },
        { "the end among the rows", [[1], FakeMySqlServer.Column("a"), [1, .. "x"u8]], MySqlErrorCodes.ConnectionLost },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_wrong_is_our_error(string what, byte[][] packets, string code)
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReceiveCommandAsync();
            await peer.SendAsync(packets);
        });
        await using var connection = await SourceConnection.OpenAsync(server.Source, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => connection.QueryAsync("SELECT a", TestContext.Current.CancellationToken));
        Assert.True(error.Code == code, $"{what}: {error.Code} {error.Message}");
    }

    [Fact]
    public async Task Rows_of_a_healthy_answer_are_read()
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReceiveCommandAsync();
            await peer.SendAsync([1], FakeMySqlServer.Column("a"), [1, .. "x"u8], [0xFB], EndOfRows);
            await peer.DrainAsync();
        });
        await using var connection = await SourceConnection.OpenAsync(server.Source, TestContext.Current.CancellationToken);
        var rows = await connection.QueryAsync("SELECT a", TestContext.Current.CancellationToken);
        Assert.Equal(["x", null], rows.Rows.Select(row => row[0]));
    }

    public static TheoryData<string, byte[][], string> BulkAnswers => new()
    {
        { "a row that starts wrong", [[1], FakeMySqlServer.Column("a"), [7, 7]], MySqlErrorCodes.Protocol },
        { "more columns than prepared", [[0xFD, 0xFF, 0xFF, 0xFF]], MySqlErrorCodes.Protocol },
        { "the table was altered", [[1], FakeMySqlServer.Column("a"), FakeMySqlServer.Error(1412, "Table definition has changed")], MySqlErrorCodes.TableChanged },
        { "the end among the rows", [[1], FakeMySqlServer.Column("a"), [0, 0, 1, .. "x"u8]], MySqlErrorCodes.ConnectionLost },
    };

    [Theory]
    [MemberData(nameof(BulkAnswers))]
    public async Task A_bulk_read_that_goes_wrong_is_our_error(string what, byte[][] packets, string code)
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReceiveCommandAsync();
            await peer.SendAsync([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], FakeMySqlServer.Column("a"));
            await peer.ReceiveCommandAsync();
            await peer.SendAsync(packets);
        });
        await using var connection = await SourceConnection.OpenAsync(server.Source, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<MySqlSourceException>(async () =>
        {
            using var reader = await connection.OpenReaderAsync("SELECT a FROM t", "Reading shop.t failed", TestContext.Current.CancellationToken);
            while (reader.Read(out _))
            {
            }
        });
        Assert.True(error.Code == code, $"{what}: {error.Code} {error.Message}");
    }

    [Theory]
    [InlineData("1301", "Result of a() was larger than max_allowed_packet (1024) - truncated", true)]
    [InlineData("1292", "Truncated incorrect datetime value", false)]
    public async Task A_warning_that_a_value_was_cut_is_an_error(string number, string text, bool fails)
    {
        await using var server = new FakeMySqlServer(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReceiveCommandAsync();
            await peer.SendAsync([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], FakeMySqlServer.Column("a"));
            await peer.ReceiveCommandAsync();
            await peer.SendAsync([1], FakeMySqlServer.Column("a"), [0, 0, 0], [0xFE, 0, 0, 2, 0, 1, 0]);
            await peer.ReceiveCommandAsync();
            byte[] warning = [7, .. "Warning"u8, 4, .. Encoding.UTF8.GetBytes(number), (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];
            await peer.SendAsync([3], FakeMySqlServer.Column("Level"), FakeMySqlServer.Column("Code"), FakeMySqlServer.Column("Message"), warning, [0xFE, 0, 0, 2, 0, 1, 0]);
        });
        await using var connection = await SourceConnection.OpenAsync(server.Source, TestContext.Current.CancellationToken);
        using var reader = await connection.OpenReaderAsync("SELECT a FROM t", "Reading shop.t failed", TestContext.Current.CancellationToken);
        Assert.True(reader.Read(out _));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.RequireWholeValuesAsync(TestContext.Current.CancellationToken));
        Assert.False(reader.Read(out _));

        var error = await Record.ExceptionAsync(() => reader.RequireWholeValuesAsync(TestContext.Current.CancellationToken));

        Assert.Equal(fails, error is MySqlSourceException { Code: MySqlErrorCodes.RowTooLarge });
        Assert.Equal(fails, error is not null);
    }

    private static async Task<MySqlSourceException> OpenFailsAsync(FakeMySqlServer server) =>
        await Assert.ThrowsAsync<MySqlSourceException>(() => SourceConnection.OpenAsync(server.Source, TestContext.Current.CancellationToken));
}
