namespace Ingot.TestSupport;

/// <summary>A private MariaDB of the system's packages. Missing: the test is skipped, or fails when CI=true.</summary>
public sealed class MariaDbServer : DatabaseServer
{
    private const string Hint = "mariadbd is not installed: apt-get install mariadb-server-core (or mariadb-server)";
    private string _binary = "";
    private string _version = "";

    /// <inheritdoc/>
    public override string Name => "MariaDB";

    /// <inheritdoc/>
    protected override string TemplateFolder => RepositoryRoot.Combine($".ingot/tools/mariadb-data-{_version}");

    /// <inheritdoc/>
    protected override IReadOnlyList<string> ServerCommand =>
    [
        _binary, "--no-defaults", $"--user={Environment.UserName}", "--innodb-log-file-size=64M", "--performance-schema=OFF", "--gtid-strict-mode=ON",
        .. Certificates(),
    ];

    /// <inheritdoc/>
    protected override async Task<string?> FindUnavailableReasonAsync()
    {
        string[] folders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/opt/mariadb/bin", "/usr/bin"];
        _binary = folders.Select(folder => Path.Combine(folder, "mariadbd")).FirstOrDefault(File.Exists) ?? "";
        if (_binary.Length == 0)
        {
            return Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException(Hint) : Hint;
        }

        var text = await RunToolAsync(_binary, ["--no-defaults", "--version"]);
        _version = text.Split("Ver ", 2)[1].Split('-', 2)[0].Trim();
        return null;
    }

    /// <inheritdoc/>
    protected override async Task InitialiseAsync(string folder) => await RunToolAsync(
        "mariadb-install-db",
        ["--no-defaults", $"--datadir={folder}", $"--user={Environment.UserName}", "--auth-root-authentication-method=normal", "--skip-test-db", "--innodb-log-file-size=64M"]);

    private IEnumerable<string> Certificates()
    {
        var (certificate, key) = TestCertificates.Write(Folder);
        return [$"--ssl-cert={certificate}", $"--ssl-key={key}", $"--ssl-ca={CertificateAuthorityFile}"];
    }

    /// <summary>The certificate authority that signed the server's certificate for 127.0.0.1 and localhost.</summary>
    public string CertificateAuthorityFile => Path.Combine(Folder, "ca.pem");
}
