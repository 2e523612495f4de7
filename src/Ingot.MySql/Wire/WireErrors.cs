namespace Ingot.MySql.Wire;

/// <summary>The errors of the protocol's own layer.</summary>
internal static class WireErrors
{
    public static MySqlSourceException Protocol(string found) => new(
        MySqlErrorCodes.Protocol, $"The server sent {found}: this is not the MySQL protocol as we know it.", "Check that the host and port are those of a MySQL or MariaDB server.");

    public static MySqlSourceException TooLarge(int limit) => new(
        MySqlErrorCodes.RowTooLarge, $"The server sends a row of more than {limit >> 20} MB, the most that a server takes in one packet.", RowTooLargeNextStep);

    /// <summary>What to do about a row that cannot be sent or read.</summary>
    public const string RowTooLargeNextStep = "Raise max_allowed_packet on the server (up to 1 GB), or leave the column of large values out with `without: [column]` at the table in ingot.yaml.";

    public static MySqlSourceException Ended() => new(
        MySqlErrorCodes.ConnectionLost,
        "The server ended the connection.",
        "Look into the server's error log (a restart, out of memory, or net_write_timeout), then run the command again.",
        isTransient: true);

    public static MySqlSourceException Lost(Exception cause) => new(
        MySqlErrorCodes.ConnectionLost,
        $"The connection to the server was lost: {cause.Message}",
        "Check that the server runs and is reachable, then run the command again.",
        cause,
        isTransient: true);
}
