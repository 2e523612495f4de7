namespace Ingot.MySql;

/// <summary>The family of a server.</summary>
public enum ServerFlavor
{
    /// <summary>MySQL, also Percona Server, RDS and Aurora.</summary>
    MySql,

    /// <summary>MariaDB.</summary>
    MariaDb,
}
