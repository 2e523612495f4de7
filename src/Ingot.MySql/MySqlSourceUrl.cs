using System.Globalization;

namespace Ingot.MySql;

/// <summary>
/// The address of a source: <c>mysql://user:password@host:3306/database?tls=verify-full&amp;ca=/path/ca.pem</c>; several databases have commas between. Each part is percent-decoded.
/// Its text holds no password.
/// </summary>
public sealed record MySqlSourceUrl
{
    private const string Shape = "mysql://user:password@host:3306/database?tls=preferred";
    private static readonly Dictionary<string, TlsMode> TlsModes = new(StringComparer.Ordinal)
    {
        ["disabled"] = TlsMode.Disabled,
        ["preferred"] = TlsMode.Preferred,
        ["required"] = TlsMode.Required,
        ["verify-ca"] = TlsMode.VerifyCa,
        ["verify-full"] = TlsMode.VerifyFull,
    };

    /// <summary>The host name or address, without the brackets of an IPv6 address.</summary>
    public required string Host { get; init; }

    /// <summary>The port. Default 3306.</summary>
    public int Port { get; init; } = 3306;

    /// <summary>The account.</summary>
    public required string User { get; init; }

    /// <summary>The password when the URL has one (also an empty one), else null.</summary>
    public string? Password { get; init; }

    /// <summary>The database that a session starts in: the first that the URL names, or null when it names none.</summary>
    public string? Database { get; init; }

    /// <summary>The databases that the URL names after the first, each once.</summary>
    public IReadOnlyList<string> MoreDatabases { get; init; } = [];

    /// <summary>All databases that the URL names, in its order.</summary>
    public IReadOnlyList<string> Databases => Database is null ? [] : [Database, .. MoreDatabases];

    /// <summary>The TLS mode. Default <see cref="TlsMode.Preferred"/>.</summary>
    public TlsMode Tls { get; init; }

    /// <summary>A PEM file of the authorities that are trusted instead of the system's, or null.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Parses a URL.</summary>
    /// <param name="text">The URL.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="MySqlSourceException">A part is wrong; the message names the part and never shows the password.</exception>
    public static MySqlSourceUrl Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || text[..scheme] is not ("mysql" or "mariadb"))
        {
            throw Wrong("scheme", scheme is < 0 or > 20 ? "there is none" : $"'{text[..scheme]}' is not mysql or mariadb");
        }

        var rest = text[(scheme + 3)..];
        var queryStart = rest.IndexOf('?', StringComparison.Ordinal);
        var query = queryStart < 0 ? "" : rest[(queryStart + 1)..];
        var place = queryStart < 0 ? rest : rest[..queryStart];
        var at = place.LastIndexOf('@');
        var account = at < 0 ? "" : place[..at];
        var address = place[(at + 1)..];
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? address : address[..slash];
        var databases = slash < 0 ? [] : ReadDatabases(address[(slash + 1)..]);
        var colon = account.IndexOf(':', StringComparison.Ordinal);
        var user = Decode("user", colon < 0 ? account : account[..colon]);
        if (user.Length == 0)
        {
            throw Wrong("user", "there is none");
        }

        var (host, port) = ReadAuthority(authority);
        return ReadOptions(query, new MySqlSourceUrl
        {
            Host = host,
            Port = port,
            User = user,
            Password = colon < 0 ? null : Decode("password", account[(colon + 1)..]),
            Database = databases.Count > 0 ? databases[0] : null,
            MoreDatabases = databases.Count > 1 ? [.. databases.Skip(1)] : [],
        });
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return string.Create(CultureInfo.InvariantCulture, $"mysql://{Uri.EscapeDataString(User)}@{host}:{Port}/{string.Join(',', Databases.Select(Uri.EscapeDataString))}");
    }

    private static IReadOnlyList<string> ReadDatabases(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            throw Wrong("database", "it has a slash; a slash in a name is written %2F");
        }

        if (text.Length == 0)
        {
            return [];
        }

        var names = text.Split(',');
        return names.Contains("")
            ? throw Wrong("database", "a name before or after a comma is empty; a comma in a name is written %2C")
            : [.. names.Select(name => Decode("database", name)).Distinct(StringComparer.Ordinal)];
    }

    private static (string Host, int Port) ReadAuthority(string text)
    {
        string host;
        string? port = null;
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':'))
            {
                throw Wrong("host", "an IPv6 address stands in brackets: [::1]:3306");
            }

            host = text[1..end];
            port = end + 1 < text.Length ? text[(end + 2)..] : null;
        }
        else
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            host = Decode("host", colon < 0 ? text : text[..colon]);
            port = colon < 0 ? null : text[(colon + 1)..];
        }

        if (host.Length == 0)
        {
            throw Wrong("host", "there is none");
        }

        if (port is null)
        {
            return (host, 3306);
        }

        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535
            ? (host, number)
            : throw Wrong("port", $"'{port}' is not a number from 1 to 65535; a colon or slash in the password is written %3A or %2F");
    }

    private static MySqlSourceUrl ReadOptions(string query, MySqlSourceUrl url)
    {
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? option : option[..equals];
            var value = equals < 0 ? "" : Decode(name, option[(equals + 1)..]);
            url = name switch
            {
                "tls" => TlsModes.TryGetValue(value, out var mode)
                    ? url with { Tls = mode }
                    : throw Wrong("tls", $"'{value}' is not one of {string.Join(", ", TlsModes.Keys)}"),
                "ca" => value.Length > 0 ? url with { CertificateAuthorityFile = value } : throw Wrong("ca", "there is no file"),
                _ => throw Wrong("options", $"'{name}' is not known; known are tls and ca"),
            };
        }

        return url.CertificateAuthorityFile is not null && url.Tls is not (TlsMode.VerifyCa or TlsMode.VerifyFull)
            ? throw Wrong("ca", "it needs tls=verify-ca or tls=verify-full")
            : url;
    }

    private static string Decode(string part, string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                throw Wrong(part, "a percent sign is written %25, and two hexadecimal digits follow every other one");
            }
        }

        return Uri.UnescapeDataString(text);
    }

    private static MySqlSourceException Wrong(string part, string problem) =>
        new(MySqlErrorCodes.SourceUrl, $"The {part} of the source URL is wrong: {problem}.", $"Write it as {Shape}.");
}
