namespace Ingot.MySql;

/// <summary>One check of a server for <c>doctor</c>.</summary>
/// <param name="Name">The setting or thing, for example <c>binlog_row_image</c>.</param>
/// <param name="Severity">The outcome.</param>
/// <param name="Found">What was found.</param>
/// <param name="Message">What that means, one sentence.</param>
/// <param name="NextStep">The statement or setting that mends it, or null.</param>
public sealed record ServerCheck(string Name, CheckSeverity Severity, string Found, string Message, string? NextStep = null);
