using System.Globalization;
using System.Security.Cryptography;

namespace Ingot.PrivateServer;

/// <summary>The files of the private server: <c>data/</c>, the password, the last port, the error log and the two locks.</summary>
internal sealed class ServerFolder
{
    private const int PasswordLengthInBytes = 24;

    private ServerFolder(string path) => Root = path;

    /// <summary>The folder, absolute.</summary>
    public string Root { get; }

    public string DataFolder => Path.Combine(Root, "data");

    /// <summary>Where a data folder is made before it is renamed: what a kill leaves here is thrown away.</summary>
    public string NewDataFolder => Path.Combine(Root, "data.new");

    public string ErrorLog => Path.Combine(Root, "error.log");

    public string PreviousErrorLog => Path.Combine(Root, "error.log.old");

    /// <summary>Locked exclusively by the one that starts or stops the server.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Locked shared by all that use the server.</summary>
    public string LeaseLock => Path.Combine(Root, "lease.lock");

    public string PasswordFile => Path.Combine(Root, "password");

    public string PortFile => Path.Combine(Root, "port");

    /// <summary>Statements that the server runs once at its start; holds the password, so it is removed after.</summary>
    public string InitFile => Path.Combine(Root, "init.sql");

    /// <summary>Makes the folder when it is missing, for this user alone.</summary>
    public static ServerFolder Open(string rootFolder)
    {
        var path = Path.Combine(Path.GetFullPath(rootFolder), "server");
        CreatePrivate(path);
        return new ServerFolder(path);
    }

    /// <summary>Makes a folder that only this user may enter.</summary>
    public static void CreatePrivate(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The same folder under the path that the kernel knows, so that processes are found whatever links lead here.</summary>
    /// <param name="file">An open file of the folder.</param>
    public ServerFolder Canonical(FileStream file)
    {
        var link = $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture)}";
        var target = File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        return target is null ? this : new ServerFolder(Path.GetDirectoryName(target)!);
    }

    public string? TryReadPassword() => File.Exists(PasswordFile) ? File.ReadAllText(PasswordFile).Trim() : null;

    /// <summary>Makes a password and keeps it in a file of mode 600.</summary>
    public string CreatePassword()
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordLengthInBytes));
        WriteSecret(PasswordFile, password + "\n");
        return password;
    }

    public int? TryReadPort() => TryReadNumber(PortFile);

    /// <summary>The process id that the server wrote at its last start; it removes the file only when it ends well.</summary>
    public int? TryReadProcessId() => TryReadNumber(Path.Combine(DataFolder, "server.pid"));

    public void WritePort(int port) => File.WriteAllText(PortFile, port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a file of mode 600 whole or not at all.</summary>
    public static void WriteSecret(string path, string text)
    {
        var part = path + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(part, options))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(text);
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>The last lines of the error log, for a message.</summary>
    public string ReadLastErrorLines(int count)
    {
        if (!File.Exists(ErrorLog))
        {
            return "(no log)";
        }

        using var stream = new FileStream(ErrorLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var lines = new Queue<string>();
        while (reader.ReadLine() is { } line)
        {
            if (lines.Count == count)
            {
                lines.Dequeue();
            }

            lines.Enqueue(line);
        }

        return string.Join('\n', lines);
    }

    private static int? TryReadNumber(string path) =>
        File.Exists(path) && int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
