using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>An error of the server (MySQL protocol, "ERR_Packet").</summary>
/// <param name="Number">The server's error number.</param>
/// <param name="Message">The server's text.</param>
internal sealed record ErrorPacket(int Number, string Message)
{
    /// <summary>What the server's error numbers mean for us.</summary>
    private static readonly Dictionary<int, (string Code, string? NextStep, bool IsTransient)> Known = new()
    {
        [1040] = (MySqlErrorCodes.NoServer, "Free connections on the server or raise max_connections, then run the command again.", true),
        [1044] = (MySqlErrorCodes.UnknownDatabase, "Check the name of the database, and that the account has rights on it: GRANT SELECT ON database.* TO account.", false),
        [1045] = (MySqlErrorCodes.AccessDenied, $"Check the account, and the password in the URL or in {MySqlSource.PasswordVariable}.", false),
        [1049] = (MySqlErrorCodes.UnknownDatabase, "Check the name of the database in the source URL.", false),
        [1129] = (MySqlErrorCodes.AccessDenied, "Run FLUSH HOSTS on the server.", false),
        [1130] = (MySqlErrorCodes.AccessDenied, "Create the account for this client's host, or for '%'.", false),
        [1142] = (MySqlErrorCodes.MissingRight, "Grant the account SELECT on the table.", false),
        [1143] = (MySqlErrorCodes.MissingRight, "Grant the account SELECT on the table.", false),
        [1146] = (MySqlErrorCodes.UnknownTable, "Check the tables of the definition against the source, then run the command again.", false),
        [1153] = (MySqlErrorCodes.RowTooLarge, WireErrors.RowTooLargeNextStep, false),
        [1227] = (MySqlErrorCodes.MissingRight, "Run `ingot doctor`: it lists the rights that the account needs.", false),
        [1251] = (MySqlErrorCodes.Authentication, "Give the account a plugin that is supported: mysql_native_password or caching_sha2_password.", false),
        [1317] = (MySqlErrorCodes.Statement, "Somebody killed the query on the server; run the command again.", true),
        [1412] = (MySqlErrorCodes.TableChanged, "The table was altered while the snapshot was open; run the command again.", true),
        [1053] = (MySqlErrorCodes.ConnectionLost, "The server shuts down; run the command again when it is up.", true),
        [1698] = (MySqlErrorCodes.AccessDenied, "The account has no password login (unix_socket); use an account with a password.", false),
        [1820] = (MySqlErrorCodes.AccessDenied, "The account's password has expired: set a new one with ALTER USER.", false),
        [1862] = (MySqlErrorCodes.AccessDenied, "The account's password has expired: set a new one with ALTER USER.", false),
        [3159] = (MySqlErrorCodes.Tls, "The server takes encrypted connections only: write tls=required in the source URL.", false),
        [4031] = (MySqlErrorCodes.ConnectionLost, "The connection was idle too long; run the command again.", true),
    };

    public static ErrorPacket Parse(ReadOnlySpan<byte> payload)
    {
        var parser = new PacketParser(payload);
        parser.Take(1);
        var number = parser.ReadUInt16();
        var text = parser.TakeRest();
        if (text.Length >= 6 && text[0] == '#')
        {
            text = text[6..];
        }

        return new ErrorPacket(number, Encoding.UTF8.GetString(text));
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="what">What failed, on which thing, without a full stop.</param>
    /// <returns>The exception.</returns>
    public MySqlSourceException ToException(string what)
    {
        var (code, nextStep, isTransient) = Known.TryGetValue(Number, out var known) ? known : (MySqlErrorCodes.Statement, null, false);
        return new MySqlSourceException(code, $"{what}: {Message} (server error {Number}).", nextStep, isTransient: isTransient) { ServerErrorNumber = Number };
    }
}
