using Ingot.MySql.Wire;

namespace Ingot.Tests.MySql;

/// <summary>The server's end of one connection.</summary>
internal sealed class FakePeer : IDisposable
{
    private readonly Stream _stream;
    private readonly PacketReader _reader;

    public FakePeer(Stream stream)
    {
        _stream = stream;
        _reader = new PacketReader(stream);
    }

    /// <summary>Sends packets with their right numbers.</summary>
    public async Task SendAsync(params byte[][] payloads)
    {
        foreach (var payload in payloads)
        {
            await _stream.WriteAsync(new PacketBuilder().Bytes(payload).Build(_reader.Sequence));
            _reader.Sequence++;
        }
    }

    /// <summary>Sends bytes as they are.</summary>
    public Task SendRawAsync(byte[] bytes) => _stream.WriteAsync(bytes).AsTask();

    /// <summary>Reads the client's next packet of this phase.</summary>
    public async Task<byte[]> ReceiveAsync() => (await _reader.ReadAsync(TestContext.Current.CancellationToken)).ToArray();

    /// <summary>Reads a command: numbers begin anew.</summary>
    public async Task<byte[]> ReceiveCommandAsync()
    {
        _reader.Sequence = 0;
        return await ReceiveAsync();
    }

    /// <summary>Greets, takes any password, and answers the statement that pins the session.</summary>
    public async Task AcceptAsync()
    {
        await SendAsync(FakeMySqlServer.Greeting());
        await ReceiveAsync();
        await SendAsync(FakeMySqlServer.Ok);
        await ReceiveCommandAsync();
        await SendAsync(FakeMySqlServer.Ok);
    }

    /// <summary>Reads until the client has gone.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            await ReceiveCommandAsync();
        }
    }

    public void Dispose() => _stream.Dispose();
}
