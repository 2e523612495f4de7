using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ingot.TestSupport;

/// <summary>Certificates for a server on loopback.</summary>
public static class TestCertificates
{
    /// <summary>Writes <c>ca.pem</c>, <c>server.pem</c> and <c>server.key</c>, unless they are there.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>The paths of the server's certificate and key.</returns>
    public static (string Certificate, string Key) Write(string folder)
    {
        var certificate = Path.Combine(folder, "server.pem");
        var key = Path.Combine(folder, "server.key");
        if (File.Exists(key))
        {
            return (certificate, key);
        }

        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Ingot test authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var signed = authority.CreateSelfSigned(from, from.AddDays(30));

        using var serverKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var server = request.Create(signed, from, from.AddDays(29), [1, 2, 3, 4, 5, 6, 7, 8]);

        File.WriteAllText(Path.Combine(folder, "ca.pem"), signed.ExportCertificatePem());
        File.WriteAllText(certificate, server.ExportCertificatePem());
        File.WriteAllText(key, serverKey.ExportRSAPrivateKeyPem());
        return (certificate, key);
    }
}
