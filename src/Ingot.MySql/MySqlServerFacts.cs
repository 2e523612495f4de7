using System.Globalization;

namespace Ingot.MySql;

/// <summary>What a server says about itself. Differences between servers are properties here, not comparisons of versions elsewhere.</summary>
public sealed record MySqlServerFacts
{
    private const string Settings = """
        'server_uuid','server_id','log_bin','binlog_format','binlog_row_image','gtid_mode','gtid_executed','gtid_binlog_pos','gtid_slave_pos','log_slave_updates',
        'binlog_expire_logs_seconds','binlog_expire_logs_auto_purge','expire_logs_days','time_zone','system_time_zone','binlog_row_metadata','binlog_row_value_options',
        'binlog_transaction_compression','binlog_encryption','max_allowed_packet','lower_case_table_names','require_secure_transport'
        """;

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

    /// <summary><c>binlog_format</c>; ROW on servers that have no other.</summary>
    public string BinlogFormat { get; init; } = "";

    /// <summary><c>binlog_row_image</c>.</summary>
    public string BinlogRowImage { get; init; } = "";

    /// <summary>Whether every change of the data moves <see cref="Gtid"/>: on MySQL with <c>gtid_mode=ON</c>, on MariaDB with its binlog on, unless a replica keeps what it applies out of its binlog.</summary>
    public bool GtidIsOn { get; init; }

    /// <summary>The transactions that the server has: MySQL's <c>gtid_executed</c>, MariaDB's <c>gtid_binlog_pos</c>; null without GTIDs.</summary>
    public string? Gtid { get; init; }

    /// <summary>How long the binlog is kept; null: for ever, or until somebody purges it.</summary>
    public TimeSpan? BinlogRetention { get; init; }

    /// <summary>The server's time zone, for example <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Whether this connection is encrypted.</summary>
    public bool TlsIsOn { get; init; }

    /// <summary>The grants of the account, as <c>SHOW GRANTS</c> writes them, without password hashes.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];

    /// <summary>The server's variables by name, of those that matter to us.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a transaction knows the binlog position of its own snapshot (MariaDB's <c>binlog_snapshot_position</c>).</summary>
    public bool HasSnapshotPosition => Flavor == ServerFlavor.MariaDb && BinlogIsOn;

    /// <summary>Whether the server says which transactions have a GTID and are about to commit (MySQL's <c>gtid_owned</c>).</summary>
    public bool HasOwnedGtids => Flavor == ServerFlavor.MySql && GtidIsOn;

    /// <summary>The query for <see cref="Gtid"/>.</summary>
    internal string GtidQuery => Flavor == ServerFlavor.MariaDb ? "SELECT @@GLOBAL.gtid_binlog_pos" : "SELECT @@GLOBAL.gtid_executed";

    /// <summary>The statement that shows the binlog's file and offset.</summary>
    internal string BinlogStatusStatement => Flavor == ServerFlavor.MySql && Version >= new Version(8, 2) ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";

    /// <summary>Reads the numbers at the start of a version text.</summary>
    /// <param name="text">The text, for example <c>8.4.3-log</c>.</param>
    /// <returns>Major, minor and patch.</returns>
    public static Version ParseVersion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        var parts = text[..end].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return new Version(ReadPart(parts, 0), ReadPart(parts, 1), ReadPart(parts, 2));
    }

    /// <summary>Reads the facts.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public static async Task<MySqlServerFacts> LoadAsync(SourceConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var rows = await connection.QueryAsync($"SHOW GLOBAL VARIABLES WHERE Variable_name IN ({Settings})", cancellationToken).ConfigureAwait(false);
        var variables = rows.Rows.ToDictionary(row => row[0]!, row => row[1] ?? "", StringComparer.OrdinalIgnoreCase);
        var grants = await connection.QueryAsync("SHOW GRANTS", cancellationToken).ConfigureAwait(false);
        return Build(connection.Flavor, connection.ServerVersion, variables, [.. grants.Rows.Select(row => WithoutHash(row[0] ?? ""))], connection.IsEncrypted);
    }

    /// <summary>Builds the facts from the server's variables.</summary>
    /// <param name="flavor">The family.</param>
    /// <param name="version">The version text.</param>
    /// <param name="variables">Global variables by name.</param>
    /// <param name="grants">The account's grants.</param>
    /// <param name="isEncrypted">Whether the connection is.</param>
    /// <returns>The facts.</returns>
    public static MySqlServerFacts Build(
        ServerFlavor flavor, string version, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> grants, bool isEncrypted)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var isMariaDb = flavor == ServerFlavor.MariaDb;
        var binlogIsOn = IsOn(variables, "log_bin");
        var hidesReplicated = isMariaDb && variables.GetValueOrDefault("gtid_slave_pos", "").Length > 0 && !IsOn(variables, "log_slave_updates");
        var gtidIsOn = isMariaDb ? binlogIsOn && !hidesReplicated : variables.GetValueOrDefault("gtid_mode") == "ON";
        var zone = variables.GetValueOrDefault("time_zone", "");
        return new MySqlServerFacts
        {
            Flavor = flavor,
            VersionText = version,
            Version = ParseVersion(version),
            Server = variables.TryGetValue("server_uuid", out var uuid) && uuid.Length > 0 ? uuid : variables.GetValueOrDefault("server_id", ""),
            BinlogIsOn = binlogIsOn,
            BinlogFormat = variables.GetValueOrDefault("binlog_format", "ROW"),
            BinlogRowImage = variables.GetValueOrDefault("binlog_row_image", ""),
            GtidIsOn = gtidIsOn,
            Gtid = gtidIsOn ? variables.GetValueOrDefault(isMariaDb ? "gtid_binlog_pos" : "gtid_executed") : null,
            BinlogRetention = ReadRetention(variables),
            TimeZone = zone == "SYSTEM" ? variables.GetValueOrDefault("system_time_zone", zone) : zone,
            TlsIsOn = isEncrypted,
            Grants = grants,
            Variables = variables,
        };
    }

    /// <summary>Judges the facts for <c>doctor</c>: settings that a load or change capture needs, with severity and next step.</summary>
    /// <returns>The checks, in a fixed order.</returns>
    public IReadOnlyList<ServerCheck> BuildChecks() => ServerChecks.Build(this);

    /// <summary>Whether a global variable is ON.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is.</returns>
    internal static bool IsOn(IReadOnlyDictionary<string, string> variables, string name) => variables.GetValueOrDefault(name) is "ON" or "1";

    private static int ReadPart(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static TimeSpan? ReadRetention(IReadOnlyDictionary<string, string> variables)
    {
        if (variables.TryGetValue("binlog_expire_logs_auto_purge", out var purge) && purge == "OFF")
        {
            return null;
        }

        if (variables.TryGetValue("binlog_expire_logs_seconds", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return variables.TryGetValue("expire_logs_days", out text) && double.TryParse(text, CultureInfo.InvariantCulture, out var days) && days > 0
            ? TimeSpan.FromDays(days)
            : null;
    }

    private static string WithoutHash(string grant)
    {
        var at = grant.IndexOf(" IDENTIFIED ", StringComparison.Ordinal);
        return at < 0 ? grant : grant[..at];
    }
}
