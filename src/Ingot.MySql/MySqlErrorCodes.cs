namespace Ingot.MySql;

/// <summary>The stable codes of <see cref="MySqlSourceException"/>.</summary>
public static class MySqlErrorCodes
{
    /// <summary>A part of the source URL is wrong.</summary>
    public const string SourceUrl = "INGOT3001";

    /// <summary>No server answers at the host and port.</summary>
    public const string NoServer = "INGOT3002";

    /// <summary>The server refuses the account or its password.</summary>
    public const string AccessDenied = "INGOT3003";

    /// <summary>The database does not exist.</summary>
    public const string UnknownDatabase = "INGOT3004";

    /// <summary>TLS was asked for and cannot be had, or the certificate is not trusted.</summary>
    public const string Tls = "INGOT3005";

    /// <summary>The server ended the connection.</summary>
    public const string ConnectionLost = "INGOT3006";

    /// <summary>The server sent bytes that are not the protocol.</summary>
    public const string Protocol = "INGOT3007";

    /// <summary>A table of the definition does not exist in the source.</summary>
    public const string UnknownTable = "INGOT3008";

    /// <summary>The server answers a statement with an error.</summary>
    public const string Statement = "INGOT3009";

    /// <summary>The account lacks a right.</summary>
    public const string MissingRight = "INGOT3010";

    /// <summary>The account's authentication plugin is not supported.</summary>
    public const string Authentication = "INGOT3011";

    /// <summary>A value cannot be carried without loss, and is refused.</summary>
    public const string Value = "INGOT3012";

    /// <summary>A column's type is not known.</summary>
    public const string ColumnType = "INGOT3013";

    /// <summary>A table was dropped or altered while it was read.</summary>
    public const string TableChanged = "INGOT3014";

    /// <summary>The connections could not be brought to one snapshot.</summary>
    public const string Snapshot = "INGOT3015";

    /// <summary>A row is larger than the server may send, or than one packet can be.</summary>
    public const string RowTooLarge = "INGOT3016";
}
