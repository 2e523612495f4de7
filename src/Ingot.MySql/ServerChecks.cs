namespace Ingot.MySql;

/// <summary>The checks of <c>doctor</c>, one method each, in one list.</summary>
internal static class ServerChecks
{
    private static readonly Version OldestMariaDb = new(10, 6);
    private static readonly Version OldestMySql = new(5, 7);
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromDays(1);

    private static readonly Dictionary<ServerFlavor, string[]> ReplicationRights = new()
    {
        [ServerFlavor.MariaDb] = ["BINLOG MONITOR", "REPLICATION SLAVE"],
        [ServerFlavor.MySql] = ["REPLICATION CLIENT", "REPLICATION SLAVE"],
    };

    private static readonly Func<MySqlServerFacts, ServerCheck>[] All =
    [
        CheckVersion, CheckBinlog, CheckFormat, CheckRowImage, CheckRowValueOptions, CheckGtid, CheckRetention, CheckTimeZone, CheckSelect, CheckReplicationRights, CheckLockRight, CheckTls,
    ];

    public static IReadOnlyList<ServerCheck> Build(MySqlServerFacts facts) => [.. All.Select(check => check(facts))];

    private static ServerCheck CheckVersion(MySqlServerFacts facts)
    {
        var oldest = facts.Flavor == ServerFlavor.MariaDb ? OldestMariaDb : OldestMySql;
        return facts.Version >= oldest
            ? new ServerCheck("version", CheckSeverity.Good, facts.VersionText, "The server's version is supported.")
            : new ServerCheck("version", CheckSeverity.Warning, facts.VersionText, $"The server is older than {oldest}, the oldest version that is tested.", "Upgrade the server.");
    }

    private static ServerCheck CheckBinlog(MySqlServerFacts facts) => facts.BinlogIsOn
        ? new ServerCheck("log_bin", CheckSeverity.Good, "ON", "Changes can be captured.")
        : new ServerCheck("log_bin", CheckSeverity.Warning, "OFF", "Only full loads are possible: without a binlog changes cannot be captured.", "Start the server with log_bin (on RDS: turn on automated backups).");

    private static ServerCheck CheckFormat(MySqlServerFacts facts) => facts.BinlogFormat.Equals("ROW", StringComparison.OrdinalIgnoreCase)
        ? new ServerCheck("binlog_format", CheckSeverity.Good, "ROW", "The binlog holds rows.")
        : new ServerCheck("binlog_format", CheckSeverity.Warning, facts.BinlogFormat, "Change capture needs rows in the binlog, not statements.", "SET GLOBAL binlog_format = 'ROW' and end old sessions.");

    private static ServerCheck CheckRowImage(MySqlServerFacts facts) => facts.BinlogRowImage.Equals("FULL", StringComparison.OrdinalIgnoreCase)
        ? new ServerCheck("binlog_row_image", CheckSeverity.Good, "FULL", "Every change holds the whole row.")
        : new ServerCheck("binlog_row_image", CheckSeverity.Warning, facts.BinlogRowImage, "Change capture needs whole rows in the binlog.", "SET GLOBAL binlog_row_image = 'FULL' and end old sessions.");

    private static ServerCheck CheckRowValueOptions(MySqlServerFacts facts)
    {
        var value = facts.Variables.GetValueOrDefault("binlog_row_value_options", "");
        return value.Length == 0
            ? new ServerCheck("binlog_row_value_options", CheckSeverity.Good, "", "JSON values are whole in the binlog.")
            : new ServerCheck("binlog_row_value_options", CheckSeverity.Warning, value, "JSON values stand in the binlog in parts, which change capture cannot put together.", "SET GLOBAL binlog_row_value_options = ''.");
    }

    private static ServerCheck CheckGtid(MySqlServerFacts facts) => facts.GtidIsOn
        ? new ServerCheck("gtid", CheckSeverity.Good, "ON", "A run sees at once whether the source has moved.")
        : new ServerCheck(
            "gtid", CheckSeverity.Note, "OFF", "Without GTIDs a run finds out by CHECKSUM TABLE whether the source has moved, which reads the tables once.",
            facts.Flavor == ServerFlavor.MySql ? "SET GLOBAL gtid_mode = ON, step by step as the server's manual says." : "Start the server with log_bin, on a replica also with log_slave_updates.");

    private static ServerCheck CheckRetention(MySqlServerFacts facts) => facts.BinlogRetention switch
    {
        null => new ServerCheck("binlog retention", CheckSeverity.Good, "without end", "The binlog is kept until somebody purges it (on RDS it is purged at once unless 'binlog retention hours' is set)."),
        { } kept when kept < ShortestRetention => new ServerCheck(
            "binlog retention", CheckSeverity.Warning, $"{kept.TotalHours:0.#} h", "An interruption longer than this needs a new full load.",
            "SET GLOBAL binlog_expire_logs_seconds = 604800 (on RDS: call mysql.rds_set_configuration('binlog retention hours', 168))."),
        { } kept => new ServerCheck("binlog retention", CheckSeverity.Good, $"{kept.TotalDays:0.#} days", "An interruption up to this long is caught up."),
    };

    private static ServerCheck CheckTimeZone(MySqlServerFacts facts) => facts.TimeZone is "UTC" or "+00:00" or "Etc/UTC" or "GMT"
        ? new ServerCheck("time_zone", CheckSeverity.Good, facts.TimeZone, "The server's clock is in UTC.")
        : new ServerCheck(
            "time_zone", CheckSeverity.Note, facts.TimeZone,
            "TIMESTAMP is read in UTC whatever the server's zone is; DATETIME has no zone, and its wall time is kept as it stands.", null);

    private static ServerCheck CheckSelect(MySqlServerFacts facts) => HasRight(facts, "SELECT")
        ? new ServerCheck("SELECT", CheckSeverity.Good, "granted", "The account can read tables.")
        : new ServerCheck("SELECT", CheckSeverity.Error, "not granted", "The account can read no table.", "GRANT SELECT ON database.* TO the account.");

    private static ServerCheck CheckReplicationRights(MySqlServerFacts facts)
    {
        var missing = ReplicationRights[facts.Flavor].Where(right => !HasRight(facts, right)).ToList();
        return missing.Count == 0
            ? new ServerCheck("replication rights", CheckSeverity.Good, "granted", "The account can read the binlog.")
            : new ServerCheck("replication rights", CheckSeverity.Note, $"without {string.Join(", ", missing)}", "Full loads work; change capture needs these rights.", $"GRANT {string.Join(", ", missing)} ON *.* TO the account.");
    }

    private static ServerCheck CheckLockRight(MySqlServerFacts facts)
    {
        if (facts.HasSnapshotPosition)
        {
            return new ServerCheck("snapshot", CheckSeverity.Good, "binlog_snapshot_position", "Several connections share one snapshot without a lock.");
        }

        if (HasRight(facts, "RELOAD") || HasRight(facts, "FLUSH_TABLES"))
        {
            return new ServerCheck("snapshot", CheckSeverity.Good, "FLUSH TABLES WITH READ LOCK", "Several connections share one snapshot; the lock is held only while they open.");
        }

        const string Step = "GRANT RELOAD ON *.* (or FLUSH_TABLES, or LOCK TABLES on the database) TO the account.";
        if (HasRight(facts, "LOCK TABLES"))
        {
            return new ServerCheck("snapshot", CheckSeverity.Good, "LOCK TABLES", "Several connections share one snapshot; the tables are locked only while they open.");
        }

        return facts.GtidIsOn
            ? new ServerCheck("snapshot", CheckSeverity.Warning, "no lock granted", "Only one connection reads: a full load is slower.", Step)
            : new ServerCheck("snapshot", CheckSeverity.Warning, "no lock granted, no GTIDs", "Only one connection reads, and only full loads are possible: no binlog position can be fixed.", Step);
    }

    private static ServerCheck CheckTls(MySqlServerFacts facts) => facts.TlsIsOn
        ? new ServerCheck("tls", CheckSeverity.Good, "on", "The connection is encrypted.")
        : new ServerCheck("tls", CheckSeverity.Note, "off", "The connection is not encrypted.", "Write tls=required in the source URL, or tls=verify-full to check the certificate too.");

    /// <summary>Whether a right stands in a grant. ALL PRIVILEGES holds each; a right by column or by role is not seen here.</summary>
    private static bool HasRight(MySqlServerFacts facts, string right) => facts.Grants.Any(grant =>
    {
        var end = grant.IndexOf(" ON ", StringComparison.OrdinalIgnoreCase);
        if (end < 0 || !grant.StartsWith("GRANT ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return grant["GRANT ".Length..end].Split(',', StringSplitOptions.TrimEntries)
            .Any(granted => granted.Equals(right, StringComparison.OrdinalIgnoreCase) || granted.Equals("ALL PRIVILEGES", StringComparison.OrdinalIgnoreCase));
    });
}
