using System.Runtime.CompilerServices;

namespace Ingot.Engines.DuckDb;

/// <summary>
/// How methods that DuckDB calls are written: the method marked <c>UnmanagedCallersOnly</c> has one call, to a method that is never inlined and does the work.
/// DuckDB.NET marks many of its imports <c>SuppressGCTransition</c>, after which the compiler has the thread look whether a garbage collection waits. In the method that native code calls, that look can come to stand
/// behind the return to native mode: the thread then goes back to DuckDB in managed mode, and the next callback ends the process ("attempted to call a UnmanagedCallersOnly method from managed code").
/// </summary>
internal static class NativeCallback
{
    /// <summary>Of the method that does the work.</summary>
    public const MethodImplOptions Body = MethodImplOptions.NoInlining;
}
