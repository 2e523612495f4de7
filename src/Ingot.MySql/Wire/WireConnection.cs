using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Ingot.MySql.Wire;

/// <summary>An authenticated connection: socket, TLS, packets. It knows the connection phase and how to send a command.</summary>
internal sealed class WireConnection : IDisposable
{
    private const byte Utf8Mb4GeneralCi = 45;
    private const uint MaximumPacket = 1 << 30;
    private readonly Socket _socket;
    private Stream _stream;

    private WireConnection(Socket socket, Stream stream, PacketReader reader, HandshakePacket handshake)
    {
        _socket = socket;
        _stream = stream;
        Reader = reader;
        Handshake = handshake;
    }

    public PacketReader Reader { get; }

    public HandshakePacket Handshake { get; }

    public bool IsEncrypted { get; private set; }

    /// <summary>Whether rows end with an OK packet instead of an EOF packet, and no EOF follows column definitions.</summary>
    public bool DeprecatesEof { get; private set; }

    /// <summary>Reads the number of warnings from the packet that ends rows.</summary>
    public int ParseWarnings(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.Take(1);
        if (DeprecatesEof)
        {
            parser.ReadLengthEncoded();
            parser.ReadLengthEncoded();
            parser.ReadUInt16();
        }

        return parser.ReadUInt16();
    }

    public static async Task<WireConnection> OpenAsync(MySqlSource source, CancellationToken cancellationToken)
    {
        var url = source.Url;
        using var limit = new CancellationTokenSource(source.ConnectTimeout);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await ConnectAsync(socket, url, both.Token).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: false);
            var reader = new PacketReader(stream);
            var handshake = HandshakePacket.Parse((await reader.ReadAsync(both.Token).ConfigureAwait(false)).Span);
            var connection = new WireConnection(socket, stream, reader, handshake);
            await connection.AuthenticateAsync(source, both.Token).ConfigureAwait(false);
            return connection;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw NoServer(url, $"no answer within {source.ConnectTimeout.TotalSeconds:0} s", null);
        }
        catch (IOException cause)
        {
            socket.Dispose();
            throw NoServer(url, cause.Message, cause);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Starts a command: packet numbers begin at 0.</summary>
    public async Task SendCommandAsync(PacketBuilder command, CancellationToken cancellationToken)
    {
        Reader.Sequence = 0;
        await SendAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the socket: a read that blocks on it ends with an error.</summary>
    public void Abort() => _socket.Dispose();

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
        Reader.Dispose();
    }

    private static async Task ConnectAsync(Socket socket, MySqlSourceUrl url, CancellationToken cancellationToken)
    {
        try
        {
            await socket.ConnectAsync(url.Host, url.Port, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException cause)
        {
            throw NoServer(url, cause.Message, cause);
        }
    }

    private static MySqlSourceException NoServer(MySqlSourceUrl url, string problem, Exception? cause) => new(
        MySqlErrorCodes.NoServer,
        $"No MySQL server answers at {url.Host}:{url.Port}: {problem}.",
        "Check that the server runs, that it listens on this address, and that no firewall is between.",
        cause,
        isTransient: true);

    private async Task SendAsync(PacketBuilder packet, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(packet.Build(Reader.Sequence), cancellationToken).ConfigureAwait(false);
        Reader.Sequence++;
    }

    private async Task AuthenticateAsync(MySqlSource source, CancellationToken cancellationToken)
    {
        var url = source.Url;
        var capabilities = Capabilities.LongPassword | Capabilities.LongFlag | Capabilities.Protocol41 | Capabilities.Transactions | Capabilities.SecureConnection
            | Capabilities.PluginAuthentication | Capabilities.ConnectAttributes | Capabilities.DeprecateEof;
        if (url.Database is not null)
        {
            capabilities |= Capabilities.ConnectWithDatabase;
        }

        var offersTls = Handshake.Capabilities.HasFlag(Capabilities.Tls);
        if (url.Tls is not (TlsMode.Disabled or TlsMode.Preferred) && !offersTls)
        {
            throw TlsError(url, "the server offers no TLS", "Set ssl_cert and ssl_key on the server, or write tls=preferred in the source URL.", null);
        }

        capabilities = (capabilities | (url.Tls != TlsMode.Disabled && offersTls ? Capabilities.Tls : 0)) & (Handshake.Capabilities | Capabilities.LongPassword);
        DeprecatesEof = capabilities.HasFlag(Capabilities.DeprecateEof);
        if (capabilities.HasFlag(Capabilities.Tls))
        {
            await SendAsync(StartResponse(capabilities), cancellationToken).ConfigureAwait(false);
            await StartTlsAsync(url, cancellationToken).ConfigureAwait(false);
        }

        await SendAsync(BuildResponse(source, capabilities), cancellationToken).ConfigureAwait(false);
        await FinishAuthenticationAsync(source, cancellationToken).ConfigureAwait(false);
    }

    private static PacketBuilder StartResponse(Capabilities capabilities) =>
        new PacketBuilder().UInt32((uint)capabilities).UInt32(MaximumPacket).Byte(Utf8Mb4GeneralCi).Bytes(stackalloc byte[23]);

    private PacketBuilder BuildResponse(MySqlSource source, Capabilities capabilities)
    {
        // An unknown plugin is answered with nothing: the server then asks for the one that the account really has.
        var answer = Authentication.TryAnswer(Handshake.Plugin, source.Password, Handshake.Scramble, IsEncrypted) ?? [];
        var packet = StartResponse(capabilities).ZeroTerminated(source.Url.User).ShortBytes(answer);
        if (capabilities.HasFlag(Capabilities.ConnectWithDatabase))
        {
            packet.ZeroTerminated(source.Url.Database!);
        }

        packet.ZeroTerminated(Handshake.Plugin);
        if (capabilities.HasFlag(Capabilities.ConnectAttributes))
        {
            // One attribute: program_name = ingot.
            packet.Byte(19).ShortBytes("program_name"u8).ShortBytes("ingot"u8);
        }

        return packet;
    }

    private async Task FinishAuthenticationAsync(MySqlSource source, CancellationToken cancellationToken)
    {
        var plugin = Handshake.Plugin;
        var scramble = Handshake.Scramble;
        while (true)
        {
            var payload = await Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            switch (payload.Length == 0 ? -1 : payload.Span[0])
            {
                case 0x00:
                    return;
                case 0xFF:
                    throw ErrorPacket.Parse(payload.Span).ToException($"The server at {source.Url.Host}:{source.Url.Port} refused the connection");
                case 0xFE:
                    (plugin, scramble) = ParseSwitch(payload.Span);
                    var answer = Authentication.TryAnswer(plugin, source.Password, scramble, IsEncrypted) ?? throw Unsupported(source.Url, plugin);
                    await SendAsync(new PacketBuilder().Bytes(answer), cancellationToken).ConfigureAwait(false);
                    break;
                case 0x01 when plugin == Authentication.CachingSha2:
                    await FinishCachingSha2Async(payload.Span.Length > 1 ? payload.Span[1] : (byte)0, source, scramble, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw Unsupported(source.Url, plugin);
            }
        }
    }

    private static (string Plugin, byte[] Scramble) ParseSwitch(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.Take(1);
        var plugin = System.Text.Encoding.UTF8.GetString(parser.TakeZeroTerminated());
        return (plugin, parser.TakeRest().TrimEnd((byte)0).ToArray());
    }

    private async Task FinishCachingSha2Async(byte state, MySqlSource source, byte[] scramble, CancellationToken cancellationToken)
    {
        const byte FastSuccess = 3, FullAuthentication = 4, RequestKey = 2;
        if (state == FastSuccess)
        {
            return;
        }

        if (state != FullAuthentication)
        {
            throw WireErrors.Protocol($"authentication state {state}");
        }

        if (IsEncrypted)
        {
            await SendAsync(new PacketBuilder().ZeroTerminated(source.Password), cancellationToken).ConfigureAwait(false);
            return;
        }

        await SendAsync(new PacketBuilder().Byte(RequestKey), cancellationToken).ConfigureAwait(false);
        var key = await Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (key.Length < 2 || key.Span[0] != 1)
        {
            throw WireErrors.Protocol("no public key");
        }

        await SendAsync(new PacketBuilder().Bytes(Authentication.EncryptPassword(source.Password, scramble, key.Span[1..])), cancellationToken).ConfigureAwait(false);
    }

    private static MySqlSourceException Unsupported(MySqlSourceUrl url, string plugin) => new(
        MySqlErrorCodes.Authentication,
        $"The account '{url.User}' uses the authentication plugin {plugin}, which is not supported.",
        plugin == Authentication.ClearText
            ? "Write tls=required in the source URL: a password in clear text is sent over TLS only."
            : "Give the account a plugin that is supported: mysql_native_password or caching_sha2_password.");

    private async Task StartTlsAsync(MySqlSourceUrl url, CancellationToken cancellationToken)
    {
        var authorities = LoadAuthorities(url);
        string? problem = null;
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false, (_, certificate, chain, errors) =>
        {
            problem = FindProblem(url, certificate, chain, errors, authorities);
            return problem is null;
        });
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.Host }, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException cause)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw TlsError(url, problem ?? cause.InnerException?.Message ?? cause.Message, problem is null ? null : "Give the authority's certificate with ca=FILE, or use the host name that the certificate names.", cause);
        }

        _stream = tls;
        Reader.Replace(tls);
        IsEncrypted = true;
    }

    private static string? FindProblem(MySqlSourceUrl url, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection? authorities)
    {
        if (url.Tls is not (TlsMode.VerifyCa or TlsMode.VerifyFull))
        {
            return null;
        }

        if (certificate is not X509Certificate2 server)
        {
            return "the server sent no certificate";
        }

        if (url.Tls == TlsMode.VerifyFull && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"the server's certificate ({server.Subject}) is not for the host {url.Host}";
        }

        if (authorities is null)
        {
            return errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? $"no trusted authority signed the server's certificate ({server.Subject})" : null;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return own.Build(server) ? null : $"no authority of {url.CertificateAuthorityFile} signed the server's certificate ({server.Subject})";
    }

    private static X509Certificate2Collection? LoadAuthorities(MySqlSourceUrl url)
    {
        if (url.CertificateAuthorityFile is not { } file)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw TlsError(url, $"the file {file} cannot be read as PEM certificates: {cause.Message}", "Check ca= in the source URL.", cause);
        }

        return authorities.Count > 0 ? authorities : throw TlsError(url, $"the file {file} has no certificate", "Check ca= in the source URL.", null);
    }

    private static MySqlSourceException TlsError(MySqlSourceUrl url, string problem, string? nextStep, Exception? cause) =>
        new(MySqlErrorCodes.Tls, $"No TLS connection to {url.Host}:{url.Port}: {problem}.", nextStep, cause);
}
