namespace Ingot.MySql;

/// <summary>How a connection uses TLS.</summary>
public enum TlsMode
{
    /// <summary>TLS when the server offers it, else none; the certificate is not checked. The default.</summary>
    Preferred,

    /// <summary>Never TLS.</summary>
    Disabled,

    /// <summary>TLS, or no connection; the certificate is not checked.</summary>
    Required,

    /// <summary>TLS with a certificate that a trusted authority signed.</summary>
    VerifyCa,

    /// <summary>As <see cref="VerifyCa"/>, and the certificate names the host.</summary>
    VerifyFull,
}
