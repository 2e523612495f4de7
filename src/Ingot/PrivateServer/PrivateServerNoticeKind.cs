namespace Ingot.PrivateServer;

/// <summary>What a <see cref="PrivateServerNotice"/> is about.</summary>
public enum PrivateServerNoticeKind
{
    /// <summary>No server binary was found: the package <c>mariadb-server-core</c> is being installed with apt.</summary>
    Installing,

    /// <summary>The data folder is being made.</summary>
    Initialising,

    /// <summary>The server is being started.</summary>
    Starting,

    /// <summary>A server that an earlier command left behind was taken over.</summary>
    TakenOver,
}
