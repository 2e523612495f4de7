namespace Ingot.TestSupport;

/// <summary>A private, real MySQL, installed once by the shared tool <c>mysql-server</c>. Without the tool the test is skipped.</summary>
public sealed class MySqlServer : DatabaseServer
{
    private static string Install => SharedTools.CacheFolder("mysql");

    private static string Root => Path.Combine(Install, "root");

    /// <inheritdoc/>
    public override string Name => "MySQL";

    /// <inheritdoc/>
    protected override string TemplateFolder => RepositoryRoot.Combine(".ingot/tools/mysql-data");

    /// <summary>The certificate authority that the server made for itself.</summary>
    public string CertificateAuthorityFile => Path.Combine(DataFolder, "ca.pem");

    /// <inheritdoc/>
    protected override IReadOnlyList<string> ServerCommand =>
        [.. Program, "--mysqlx=OFF", "--binlog-row-metadata=FULL", "--gtid-mode=ON", "--enforce-gtid-consistency=ON", "--performance-schema=OFF"];

    private static IReadOnlyList<string> Program =>
    [
        $"{Root}/usr/lib64/ld-linux-x86-64.so.2", "--library-path", $"{Root}/usr/lib/x86_64-linux-gnu", $"{Root}/usr/sbin/mysqld",
        "--no-defaults", $"--user={Environment.UserName}", $"--basedir={Root}/usr", $"--lc-messages-dir={Root}/usr/share/mysql",
    ];

    /// <inheritdoc/>
    protected override async Task<string?> FindUnavailableReasonAsync()
    {
        if (SharedTools.TryFind("tools/mysql-server") is not { } tool)
        {
            return SharedTools.MissingReason("tools/mysql-server");
        }

        using var @lock = await LockFile.AcquireAsync(Install + ".lock");
        await RunToolAsync(tool, ["install", Install]);
        return null;
    }

    /// <inheritdoc/>
    protected override async Task InitialiseAsync(string folder)
    {
        var command = Program;
        await RunToolAsync(command[0], [.. command.Skip(1), "--initialize-insecure", $"--datadir={folder}"]);

        // The server's identity is in this file; every copy gets its own.
        File.Delete(Path.Combine(folder, "auto.cnf"));
    }
}
