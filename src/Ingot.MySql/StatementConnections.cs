using MySqlConnector;

namespace Ingot.MySql;

/// <summary>Opens connections of MySqlConnector to a source, for statements and seeding.</summary>
public static class StatementConnections
{
    /// <summary>Opens a connection with the session pinned as <see cref="SourceConnection"/> pins it. Not pooled.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The open connection; the caller disposes it.</returns>
    /// <exception cref="MySqlSourceException">No server, wrong password, unknown database, TLS refused: each with its code and next step.</exception>
    public static Task<MySqlConnection> OpenAsync(MySqlSource source, CancellationToken cancellationToken) => throw new NotImplementedException();
}
