using System.Net.Sockets;
using MySqlConnector;

namespace Ingot.MySql;

/// <summary>Opens connections of MySqlConnector to a source, for statements and seeding.</summary>
public static class StatementConnections
{
    private static readonly Dictionary<TlsMode, MySqlSslMode> Modes = new()
    {
        [TlsMode.Disabled] = MySqlSslMode.Disabled,
        [TlsMode.Preferred] = MySqlSslMode.Preferred,
        [TlsMode.Required] = MySqlSslMode.Required,
        [TlsMode.VerifyCa] = MySqlSslMode.VerifyCA,
        [TlsMode.VerifyFull] = MySqlSslMode.VerifyFull,
    };

    /// <summary>Opens a connection with the session pinned as <see cref="SourceConnection"/> pins it. Not pooled.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The open connection; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">No server, wrong password, unknown database, TLS refused: each with its code and next step.</exception>
    public static async Task<MySqlConnection> OpenAsync(MySqlSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var url = source.Url;
        var text = new MySqlConnectionStringBuilder
        {
            Server = url.Host,
            Port = (uint)url.Port,
            UserID = url.User,
            Password = source.Password,
            Database = url.Database ?? "",
            SslMode = Modes[url.Tls],
            SslCa = url.CertificateAuthorityFile ?? "",
            ConnectionTimeout = (uint)Math.Max(1, source.ConnectTimeout.TotalSeconds),
            DefaultCommandTimeout = 0,
            AllowPublicKeyRetrieval = true,
            AllowUserVariables = true,
            AllowZeroDateTime = true,
            AllowLoadLocalInfile = true,
            Pooling = false,
        };
        var connection = new MySqlConnection(text.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var flavor = connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? ServerFlavor.MariaDb : ServerFlavor.MySql;
            await using var command = new MySqlCommand(SessionSettings.Build(flavor, connection.ServerVersion), connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (MySqlException cause)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw await ExplainAsync(source, cause, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Our own connection phase names the cause, so that both kinds of connections fail with the same errors.</summary>
    private static async Task<MySqlSourceException> ExplainAsync(MySqlSource source, MySqlException cause, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlSourceException explained)
        {
            return explained;
        }
        catch (SocketException)
        {
            // The first cause says enough.
        }

        return new MySqlSourceException(MySqlErrorCodes.ConnectionLost, $"No connection to {source}: {cause.Message}", "Run the command again.", cause, isTransient: true);
    }
}
