using System.Net;
using System.Net.Sockets;
using Ingot.MySql;
using Ingot.MySql.Wire;

namespace Ingot.Tests.MySql;

/// <summary>A server of one script on loopback: sends what a healthy server never sends. Each connection runs the script from its start, then ends.</summary>
internal sealed class FakeMySqlServer : IAsyncDisposable
{
    /// <summary>An OK packet.</summary>
    public static readonly byte[] Ok = [0, 0, 0, 2, 0, 0, 0];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FakePeer, Task> _script;
    private readonly Task _work;

    public FakeMySqlServer(Func<FakePeer, Task> script)
    {
        _script = script;
        _listener.Start();
        _work = ServeAsync();
    }

    /// <summary>The server as a source, with a short limit for connecting.</summary>
    public MySqlSource Source => MySqlSource.Parse($"mysql://me:secret@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/shop") with { ConnectTimeout = TimeSpan.FromSeconds(5) };

    /// <summary>A greeting as MariaDB sends it.</summary>
    /// <param name="plugin">The authentication plugin.</param>
    /// <param name="protocol">The protocol's version.</param>
    /// <returns>A payload.</returns>
    public static byte[] Greeting(string plugin = "mysql_native_password", byte protocol = 10)
    {
        const uint All = (uint)(Capabilities.LongPassword | Capabilities.LongFlag | Capabilities.ConnectWithDatabase | Capabilities.Protocol41 | Capabilities.Transactions
            | Capabilities.SecureConnection | Capabilities.PluginAuthentication | Capabilities.DeprecateEof);
        return Payload(packet => packet
            .Byte(protocol).ZeroTerminated("10.11.6-MariaDB").UInt32(7).Text("12345678").Byte(0)
            .Bytes([(byte)(All & 0xFF), (byte)((All >> 8) & 0xFF), 45, 2, 0, (byte)((All >> 16) & 0xFF), (byte)(All >> 24), 21]).Bytes(new byte[10]).Text("123456789012").Byte(0).ZeroTerminated(plugin));
    }

    /// <summary>An error packet.</summary>
    /// <param name="number">The server's number.</param>
    /// <param name="message">Its text.</param>
    /// <returns>A payload.</returns>
    public static byte[] Error(int number, string message) => Payload(packet => packet.Bytes([0xFF, (byte)number, (byte)(number >> 8)]).Text($"#HY000{message}"));

    /// <summary>A column of a result.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A payload.</returns>
    public static byte[] Column(string name) => Payload(packet =>
    {
        foreach (var text in new[] { "def", "", "", "", name, name })
        {
            packet.ShortBytes(System.Text.Encoding.UTF8.GetBytes(text));
        }

        packet.Byte(12).Bytes([45, 0]).UInt32(100).Bytes([0xFD, 0, 0, 0, 0, 0]);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Dispose();
        _stop.Dispose();
    }

    private static byte[] Payload(Action<PacketBuilder> write)
    {
        var packet = new PacketBuilder();
        write(packet);
        return packet.Build(0)[4..].ToArray();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var peer = new FakePeer(client.GetStream());
                await _script(peer);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or MySqlSourceException)
        {
            // The client has gone, or the test has ended.
        }
    }
}
