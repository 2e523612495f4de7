using System.Globalization;
using System.Text;

namespace Ingot.Landing;

/// <summary>The names of landing: folders of schemas and tables, files of loads and changes.</summary>
public static class LandingNames
{
    private const string LoadPrefix = "LOAD";
    private const string Ending = ".parquet";

    /// <summary>The folder in which a load is written before its files are published: <c>.load-&lt;id&gt;</c>.</summary>
    public const string TemporaryPrefix = ".load-";

    /// <summary>Writes a schema's or table's name as a folder: what cannot stand in a path on every file system, the percent sign and a leading dot or underscore become %XX of UTF-8.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The folder's name.</returns>
    public static string EncodeFolder(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var result = new StringBuilder(name.Length);
        Span<byte> bytes = stackalloc byte[4];
        var index = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            var isLast = index + rune.Utf16SequenceLength == name.Length;
            if (StandsAsItIs(rune, index == 0, isLast))
            {
                result.Append(rune.ToString());
            }
            else
            {
                var length = rune.EncodeToUtf8(bytes);
                foreach (var value in bytes[..length])
                {
                    result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
                }
            }

            index += rune.Utf16SequenceLength;
        }

        return result.ToString();
    }

    /// <summary>Reads a folder's name back.</summary>
    /// <param name="folder">The folder's name.</param>
    /// <returns>The schema's or table's name.</returns>
    public static string DecodeFolder(string folder) => Uri.UnescapeDataString(folder);

    /// <summary>The name of a full load's file: <c>LOAD0000000A.parquet</c> for 10.</summary>
    /// <param name="counter">The counter, from 1.</param>
    /// <returns>The name.</returns>
    public static string BuildLoad(int counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counter);
        return string.Create(CultureInfo.InvariantCulture, $"{LoadPrefix}{counter:X8}{Ending}");
    }

    /// <summary>Reads the counter of a full load's file.</summary>
    /// <param name="name">The file's name; segments (<c>SEGMENT1_LOAD…</c>, folders) are allowed, as DMS writes them.</param>
    /// <param name="counter">The counter.</param>
    /// <returns>Whether it is a full load's file.</returns>
    public static bool TryParseLoad(string name, out int counter)
    {
        ArgumentNullException.ThrowIfNull(name);
        counter = 0;
        var tail = LoadPrefix.Length + 8 + Ending.Length;
        if (name.Length < tail || !name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return false;
        }

        var file = name[^tail..];
        var before = name[..^tail];
        return file.StartsWith(LoadPrefix, StringComparison.Ordinal)
            && (before.Length == 0 || before[^1] is '/' or '_')
            && int.TryParse(file.AsSpan(LoadPrefix.Length, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out counter)
            && counter > 0;
    }

    private static bool StandsAsItIs(Rune rune, bool isFirst, bool isLast) => rune.Value switch
    {
        < 0x20 or 0x7F => false,
        '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '%' or '=' or '\'' or '{' or '}' or '[' or ']' or '#' => false,
        '.' or '_' or ' ' when isFirst => false,
        '.' or ' ' when isLast => false,
        _ => true,
    };
}
