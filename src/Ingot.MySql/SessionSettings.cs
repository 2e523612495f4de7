namespace Ingot.MySql;

/// <summary>What every session of ours sets, so that reads do not depend on the server's settings.</summary>
internal static class SessionSettings
{
    private const string Common = """
        SET NAMES utf8mb4, SESSION time_zone = '+00:00', SESSION sql_mode = '', SESSION net_write_timeout = 3600, SESSION net_read_timeout = 3600,
        SESSION wait_timeout = 28800, SESSION lock_wait_timeout = 60, SESSION sql_select_limit = 18446744073709551615, SESSION sql_big_selects = 1,
        SESSION autocommit = 1, SESSION sql_auto_is_null = 0
        """;

    /// <summary>Builds the statement.</summary>
    /// <param name="flavor">The server's family.</param>
    /// <param name="version">The version as the server writes it.</param>
    /// <returns>One SET statement.</returns>
    public static string Build(ServerFlavor flavor, string version) => flavor switch
    {
        ServerFlavor.MariaDb => Common + ", SESSION max_statement_time = 0, SESSION tx_isolation = 'REPEATABLE-READ'",

        // Estimates of information_schema are cached for a day otherwise.
        _ when MySqlServerFacts.ParseVersion(version) >= new Version(8, 0) =>
            Common + ", SESSION max_execution_time = 0, SESSION transaction_isolation = 'REPEATABLE-READ', SESSION information_schema_stats_expiry = 0",
        _ => Common + ", SESSION max_execution_time = 0, SESSION tx_isolation = 'REPEATABLE-READ'",
    };
}
