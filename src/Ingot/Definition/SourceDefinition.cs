namespace Ingot.Definition;

/// <summary>The source database of a pipeline.</summary>
/// <param name="Url">The URL with environment variables replaced, or null when none is set: the private server is used.</param>
/// <param name="TimeZone">The time zone in which the source's DATETIME values are meant. Default UTC.</param>
/// <param name="ZeroDates">What becomes of zero and impossible dates. Default <see cref="ZeroDatePolicy.Null"/>.</param>
public sealed record SourceDefinition(string? Url, string TimeZone, ZeroDatePolicy ZeroDates)
{
    /// <summary>The definition without the URL, which may hold a password.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"{nameof(SourceDefinition)} {{ TimeZone = {TimeZone}, ZeroDates = {ZeroDates} }}";
}
