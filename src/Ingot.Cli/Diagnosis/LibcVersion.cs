using System.Runtime.InteropServices;

namespace Ingot.Cli.Diagnosis;

/// <summary>The version of the C library.</summary>
internal static partial class LibcVersion
{
    /// <summary>Reads the version of glibc.</summary>
    /// <returns>For example <c>2.36</c>; null when the C library is another one.</returns>
    public static string? TryRead()
    {
        try
        {
            return Marshal.PtrToStringUTF8(GetVersion());
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "gnu_get_libc_version", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr GetVersion();
}
