namespace Ingot.PrivateServer;

/// <summary>The MariaDB server that Ingot keeps for itself when no source is given: its data under <c>.ingot/</c>, on the loopback interface only.</summary>
public static class PrivateMariaDb
{
    /// <summary>Takes a lease on the private server; starts the server when it does not run, makes its data when there is none.</summary>
    /// <param name="rootFolder">The folder of Ingot's own things, commonly <c>.ingot</c> in the repository's root. It is made when it is missing.</param>
    /// <param name="progress">Is told about installation, initialisation and start, on the caller's threads; or null.</param>
    /// <param name="cancellationToken">Gives up; a server that was started for this call alone is stopped.</param>
    /// <returns>The lease; the caller disposes it.</returns>
    /// <exception cref="PipelineException">INGOT2101 no server binary and no way to install one; INGOT2102 the server does not come up.</exception>
    public static Task<PrivateServerLease> AcquireAsync(
        string rootFolder, IProgress<PrivateServerNotice>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
