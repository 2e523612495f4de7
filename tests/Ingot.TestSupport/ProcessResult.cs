namespace Ingot.TestSupport;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code; 128 + the signal's number when a signal ended it.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error);
