using Ingot.Cli.Rendering;
using Ingot.MySql;

namespace Ingot.Cli.Json;

/// <summary>One check of the machine or of the source.</summary>
/// <param name="Name">The setting or thing.</param>
/// <param name="Severity"><c>good</c>, <c>note</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Message">What that means.</param>
/// <param name="NextStep">What mends it.</param>
internal sealed record CheckJson(string Name, string Severity, string Found, string Message, string? NextStep)
{
    public static CheckJson Of(ServerCheck check) => new(check.Name, Words.Of(check.Severity), check.Found, check.Message, check.NextStep);
}
