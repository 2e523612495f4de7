using System.Globalization;
using System.Runtime.Versioning;
using Ingot.PrivateServer;
using Ingot.TestSupport;
using MySqlConnector;

namespace Ingot.IntegrationTests.PrivateServer;

[SupportedOSPlatform("linux")]
public sealed class PrivateMariaDbTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_gives_an_empty_server_with_row_binlog_on_the_loopback_and_stops_it_at_its_end()
    {
        using var folder = new TemporaryFolder();
        var notices = new List<PrivateServerNoticeKind>();

        await using var lease = await PrivateMariaDb.AcquireAsync(folder.Path, new Recorder(notices), Cancellation);

        Assert.Equal([PrivateServerNoticeKind.Initialising, PrivateServerNoticeKind.Starting], notices);
        Assert.Equal("mysql", lease.Url.Scheme);
        Assert.Equal("127.0.0.1", lease.Url.Host);
        Assert.Equal("ROW FULL ON", await ReadAsync(lease, "SELECT CONCAT_WS(' ', @@binlog_format, @@binlog_row_image, IF(@@log_bin, 'ON', 'OFF'))"));
        Assert.Equal("ingot@127.0.0.1", await ReadAsync(lease, "SELECT GROUP_CONCAT(User, '@', Host) FROM mysql.global_priv WHERE User NOT LIKE 'mariadb.%'"));
        Assert.Equal("127.0.0.1", await ReadAsync(lease, "SELECT @@bind_address"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(folder, "password"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(folder, "data"));
        Assert.DoesNotContain(await PasswordAsync(folder), await CommandLineAsync(lease.ProcessId), StringComparison.Ordinal);

        await lease.DisposeAsync();
        await lease.DisposeAsync();

        Assert.False(IsRunning(lease.ProcessId));
    }

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation))
        {
            await ExecuteAsync(first, "CREATE DATABASE d; CREATE TABLE d.t (a INT) SELECT 7 AS a");
        }

        await using var second = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);

        Assert.Equal("7", await ReadAsync(second, "SELECT a FROM d.t"));
    }

    [Fact]
    public async Task The_server_lives_as_long_as_its_last_lease()
    {
        using var folder = new TemporaryFolder();
        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation)));
        var processId = Assert.Single(leases.Select(lease => lease.ProcessId).Distinct());

        foreach (var lease in leases[1..])
        {
            await lease.DisposeAsync();
            Assert.True(IsRunning(processId));
        }

        Assert.Equal("1", await ReadAsync(leases[0], "SELECT 1"));
        await leases[0].DisposeAsync();

        Assert.False(IsRunning(processId));
    }

    [Fact]
    public async Task A_server_that_a_killed_process_left_behind_is_taken_over_and_then_stopped()
    {
        using var folder = new TemporaryFolder();
        await using var holder = await LeaseHolder.StartAsync(folder.Path);
        await holder.KillAsync();
        Assert.True(IsRunning(holder.ServerProcessId));
        var notices = new List<PrivateServerNoticeKind>();

        await using var lease = await PrivateMariaDb.AcquireAsync(folder.Path, new Recorder(notices), Cancellation);

        Assert.Equal(holder.ServerProcessId, lease.ProcessId);
        Assert.Equal([PrivateServerNoticeKind.TakenOver], notices);
        await lease.DisposeAsync();
        Assert.False(IsRunning(lease.ProcessId));
    }

    [Fact]
    public async Task A_process_that_ends_does_not_stop_the_server_that_another_one_uses()
    {
        using var folder = new TemporaryFolder();
        await using var holder = await LeaseHolder.StartAsync(folder.Path);
        await using (var own = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation))
        {
            Assert.Equal(holder.ServerProcessId, own.ProcessId);
        }

        Assert.True(IsRunning(holder.ServerProcessId));
        await using (var own = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation))
        {
            await holder.EndAsync();
            Assert.Equal("1", await ReadAsync(own, "SELECT 1"));
        }

        Assert.False(IsRunning(holder.ServerProcessId));
    }

    [Fact]
    public async Task A_server_that_crashed_is_started_again_with_its_data_on_the_same_port()
    {
        using var folder = new TemporaryFolder();
        await using var first = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);
        await ExecuteAsync(first, "CREATE DATABASE d; CREATE TABLE d.t (a INT) SELECT 7 AS a");
        await SignalAsync(first.ProcessId, "KILL");

        await using var second = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);

        Assert.NotEqual(first.ProcessId, second.ProcessId);
        Assert.Equal(first.Url, second.Url);
        Assert.Equal("7", await ReadAsync(second, "SELECT a FROM d.t"));
    }

    [Fact]
    public async Task A_lost_password_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        await (await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation)).DisposeAsync();
        File.Delete(Path.Combine(folder.Path, "server", "password"));

        await using var lease = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);

        Assert.Equal("1", await ReadAsync(lease, "SELECT 1"));
        Assert.False(File.Exists(Path.Combine(folder.Path, "server", "init.sql")));
    }

    [Fact]
    public async Task A_server_that_does_not_come_up_is_an_error_with_the_last_lines_of_its_log()
    {
        using var folder = new TemporaryFolder();
        await (await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "server", "data", "ibdata1"), "not InnoDB", Cancellation);

        var error = await Assert.ThrowsAsync<PipelineException>(() => PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation));

        Assert.Equal("INGOT2102", error.Code);
        Assert.Contains("ibdata1", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.NextStep);
    }

    [Fact]
    public async Task An_initialisation_that_was_cut_off_starts_anew()
    {
        using var folder = new TemporaryFolder();
        var part = Directory.CreateDirectory(Path.Combine(folder.Path, "server", "data.new"));
        await File.WriteAllTextAsync(Path.Combine(part.FullName, "ibdata1"), "cut", Cancellation);

        await using var lease = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);

        Assert.Equal("1", await ReadAsync(lease, "SELECT 1"));
        Assert.False(part.Exists && Directory.Exists(part.FullName));
    }

    [Fact]
    public async Task A_folder_behind_a_link_is_the_same_server()
    {
        using var folder = new TemporaryFolder();
        var link = folder.Path + ".link";
        Directory.CreateSymbolicLink(link, folder.Path);
        try
        {
            await using var first = await PrivateMariaDb.AcquireAsync(folder.Path, cancellationToken: Cancellation);
            await using var second = await PrivateMariaDb.AcquireAsync(link, cancellationToken: Cancellation);
            Assert.Equal(first.ProcessId, second.ProcessId);
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    private static async Task<string?> ReadAsync(PrivateServerLease lease, string sql)
    {
        await using var connection = await OpenAsync(lease);
        await using var command = new MySqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(PrivateServerLease lease, string sql)
    {
        await using var connection = await OpenAsync(lease);
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<MySqlConnection> OpenAsync(PrivateServerLease lease)
    {
        var account = lease.Url.UserInfo.Split(':');
        var connection = new MySqlConnection(
            $"Server={lease.Url.Host};Port={lease.Url.Port};User ID={account[0]};Password={account[1]};Pooling=false;SslMode=Disabled");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private static UnixFileMode Mode(TemporaryFolder folder, string name) => File.GetUnixFileMode(Path.Combine(folder.Path, "server", name));

    private static async Task<string> PasswordAsync(TemporaryFolder folder) =>
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "server", "password"), Cancellation)).Trim();

    private static Task<string> CommandLineAsync(int processId) => File.ReadAllTextAsync($"/proc/{processId}/cmdline", Cancellation);

    private static bool IsRunning(int processId) => File.Exists($"/proc/{processId}/cmdline") && File.ReadAllText($"/proc/{processId}/cmdline").Length > 0;

    private static async Task SignalAsync(int processId, string signal)
    {
        await CliProcess.RunProgramAsync("kill", "/", $"-{signal}", $"{processId}");
        while (IsRunning(processId))
        {
            await Task.Delay(10, Cancellation);
        }
    }

    private sealed class Recorder(List<PrivateServerNoticeKind> notices) : IProgress<PrivateServerNotice>
    {
        public void Report(PrivateServerNotice value) => notices.Add(value.Kind);
    }
}
