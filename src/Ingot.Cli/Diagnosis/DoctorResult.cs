using Ingot.Cli.Errors;
using Ingot.MySql;

namespace Ingot.Cli.Diagnosis;

/// <summary>What <c>ingot doctor</c> found.</summary>
/// <param name="Machine">The checks of this machine.</param>
/// <param name="Source">The checks of the source; empty when it did not answer.</param>
/// <param name="SourceName">The source without its password, with the server's version when it answered.</param>
/// <param name="Error">Why the source did not answer, or null.</param>
internal sealed record DoctorResult(IReadOnlyList<ServerCheck> Machine, IReadOnlyList<ServerCheck> Source, string SourceName, ErrorReport? Error)
{
    /// <summary>How the process ends: a check that is an error, or a source that does not answer, fails it.</summary>
    public ExitCode ExitCode => Error is null && Machine.Concat(Source).All(check => check.Severity != CheckSeverity.Error) ? ExitCode.Ok : ExitCode.RunFailed;
}
