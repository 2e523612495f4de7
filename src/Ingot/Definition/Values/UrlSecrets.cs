using System.Text.RegularExpressions;

namespace Ingot.Definition.Values;

/// <summary>Finds passwords that stand in a URL of a definition.</summary>
internal static partial class UrlSecrets
{
    /// <summary>Whether a URL, as the file has it, holds a password that is not the value of an environment variable.</summary>
    public static bool IsIn(string url)
    {
        if (Default().Match(url) is { Success: true } fallback)
        {
            return IsIn(fallback.Groups[1].Value);
        }

        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        // The last @ ends the user and password: a password that is not percent-encoded may hold one, or a slash.
        var rest = url[(start + 3)..];
        var at = rest.LastIndexOf('@');
        var colon = at < 0 ? -1 : rest.IndexOf(':', 0, at);
        return (colon >= 0 && IsLiteral(rest[(colon + 1)..at])) || PasswordOption().Matches(rest).Any(match => IsLiteral(match.Groups[1].Value));
    }

    private static bool IsLiteral(string password) => OneVariable().Replace(password, "").Length > 0;

    [GeneratedRegex(@"[?&](?:password|pwd|passwd)=([^&]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PasswordOption();

    [GeneratedRegex(@"^\s*\$\{[A-Za-z0-9_]+:-([^}]*)\}\s*$")]
    private static partial Regex Default();

    [GeneratedRegex(@"\$\{[^}:]*\}")]
    private static partial Regex OneVariable();
}
