namespace Ingot.MySql;

/// <summary>What a server says about itself. Differences between servers are properties here, not comparisons of versions elsewhere.</summary>
public sealed record MySqlServerFacts
{
    /// <summary>The family.</summary>
    public required ServerFlavor Flavor { get; init; }

    /// <summary>The version as the server writes it, for example <c>10.11.6-MariaDB</c>.</summary>
    public required string VersionText { get; init; }

    /// <summary>The version's numbers.</summary>
    public required Version Version { get; init; }

    /// <summary>The server's identity: <c>server_uuid</c>, or on MariaDB <c>server_id</c>.</summary>
    public required string Server { get; init; }

    /// <summary>Whether the binlog is on.</summary>
    public bool BinlogIsOn { get; init; }

    /// <summary><c>binlog_format</c>; empty when the server has none.</summary>
    public string BinlogFormat { get; init; } = "";

    /// <summary><c>binlog_row_image</c>.</summary>
    public string BinlogRowImage { get; init; } = "";

    /// <summary>Whether every transaction gets a GTID: always on MariaDB with its binlog on, on MySQL with <c>gtid_mode=ON</c>.</summary>
    public bool GtidIsOn { get; init; }

    /// <summary>The transactions that the server has: MySQL's <c>gtid_executed</c>, MariaDB's <c>gtid_binlog_pos</c>; null without GTIDs.</summary>
    public string? Gtid { get; init; }

    /// <summary>How long the binlog is kept; null: for ever or until space is needed.</summary>
    public TimeSpan? BinlogRetention { get; init; }

    /// <summary>The server's global time zone, for example <c>SYSTEM</c>.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Whether this connection is encrypted.</summary>
    public bool TlsIsOn { get; init; }

    /// <summary>The grants of the account, as <c>SHOW GRANTS</c> writes them, without password hashes.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];

    /// <summary>Reads the facts.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public static Task<MySqlServerFacts> LoadAsync(SourceConnection connection, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Judges the facts for <c>doctor</c>: settings that a load or change capture needs, with severity and next step.</summary>
    /// <returns>The checks, in a fixed order.</returns>
    public IReadOnlyList<ServerCheck> BuildChecks() => throw new NotImplementedException();
}
