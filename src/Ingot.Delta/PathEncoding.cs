using System.Globalization;
using System.Text;

namespace Ingot.Delta;

/// <summary>
/// The paths of the log are URIs (RFC 2396) with percent-encoding, exactly one level of it: a partition folder that has a percent sign in its own name
/// is encoded once more.
/// </summary>
internal static class PathEncoding
{
    // What java.net.URI leaves as it is in a path, which is what Spark writes; other than ASCII is encoded, so that every reader agrees.
    private const string Unreserved = "-_.!~*'()/&=+$,;@";

    public static string Encode(string path)
    {
        var schemeEnd = SchemeEnd(path);
        var builder = new StringBuilder(path.Length + 16);
        builder.Append(path, 0, schemeEnd);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in path.AsSpan(schemeEnd).EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Unreserved.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                builder.Append((char)rune.Value);
                continue;
            }

            var length = rune.EncodeToUtf8(utf8);
            foreach (var value in utf8[..length])
            {
                builder.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return builder.ToString();
    }

    /// <summary>Decodes a path of the log once; a percent sign without two hex digits stays as it is. <c>file:</c> URIs become plain paths.</summary>
    public static string Decode(string logPath)
    {
        var path = logPath;
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            path = path[5..];
            if (path.StartsWith("//", StringComparison.Ordinal))
            {
                var slash = path.IndexOf('/', 2);
                path = slash < 0 ? "/" : path[slash..];
            }
        }

        if (!path.Contains('%', StringComparison.Ordinal))
        {
            return path;
        }

        var source = Encoding.UTF8.GetBytes(path);
        var target = new byte[source.Length];
        var count = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                target[count++] = byte.Parse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
            }
            else
            {
                target[count++] = source[i];
            }
        }

        return Encoding.UTF8.GetString(target, 0, count);
    }

    /// <summary>Whether a decoded path does not hang on the table's root.</summary>
    public static bool IsAbsolute(string path) => path.StartsWith('/') || SchemeEnd(path) > 0;

    /// <summary>The length of <c>scheme:/</c> less the slash, or 0.</summary>
    private static int SchemeEnd(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || colon + 1 >= path.Length || path[colon + 1] != '/' || !char.IsAsciiLetter(path[0]))
        {
            return 0;
        }

        for (var i = 1; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(path[i]) && path[i] is not ('+' or '-' or '.'))
            {
                return 0;
            }
        }

        return colon + 1;
    }
}
