using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Ingot.Lakes;

/// <summary>
/// The right to write a lake: a kernel lock (<c>flock</c>) on one file, so that the end of the process frees it however it comes, with the holder's name inside. Readers need none.
/// </summary>
public sealed partial class LakeLock : IDisposable
{
    private readonly FileStream _file;

    private LakeLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Takes the lock, or says who has it.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="command">The command that takes it, for whoever meets the lock.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The lock; disposing it frees it.</returns>
    /// <exception cref="PipelineException">Another process holds it.</exception>
    public static LakeLock Acquire(Lake lake, string command, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(lake);
        ArgumentNullException.ThrowIfNull(time);
        var path = Path.Combine(lake.IngotFolder, "lock");
        FileStream file;
        try
        {
            // On Linux and macOS, FileShare.None is an exclusive flock that another process' FileShare.ReadWrite does not need.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new PipelineException("INGOT2003", $"The lake {lake.Folder} cannot be written: {exception.Message}", "Give a folder that you may write with --lake DIR.", exception);
        }
        catch (IOException exception)
        {
            throw new PipelineException(
                "INGOT2007", $"The lake {lake.Folder} is being written by {ReadHolder(path)}.", "Wait for it to end, or stop it, then try again.", exception);
        }

        file.SetLength(0);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["command"] = command,
            ["process"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ["user"] = Environment.UserName,
            ["host"] = Environment.MachineName,
            ["since"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        }));
        file.Flush(flushToDisk: false);
        return new LakeLock(file);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    private static string ReadHolder(string path)
    {
        try
        {
            // Any open of .NET asks for a lock of its own, which the holder's excludes; this one asks for none.
            using var handle = new SafeFileHandle(Open(path, 0), ownsHandle: true);
            using var file = new FileStream(handle, FileAccess.Read);
            using var reader = new StreamReader(file, Encoding.UTF8);
            using var document = JsonDocument.Parse(reader.ReadToEnd());
            string Field(string name) => document.RootElement.GetProperty(name).GetString() ?? "";
            return $"`{Field("command")}` (process {Field("process")} of {Field("user")} on {Field("host")}, since {Field("since")})";
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return "another process";
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
