using System.Globalization;
using System.Text;

namespace Ingot.Lakes;

/// <summary>
/// The folder of a schema or table whose name may hold any character: the few that a path, an object key or Hive cannot hold are percent-encoded as UTF-8, one way, so that two names never meet.
/// </summary>
public static class TableFolderName
{
    /// <summary>The folder's name for a table's or schema's name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The folder's name.</returns>
    public static string Encode(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var encoded = new StringBuilder(name.Length);
        Span<byte> bytes = stackalloc byte[4];
        var index = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            var isLast = index + rune.Utf16SequenceLength == name.Length;
            if (StandsAsItIs(rune, index == 0, isLast))
            {
                encoded.Append(rune.ToString());
            }
            else
            {
                foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
                }
            }

            index += rune.Utf16SequenceLength;
        }

        return encoded.ToString();
    }

    /// <summary>The name that a folder's name stands for.</summary>
    /// <param name="folderName">The folder's name.</param>
    /// <returns>The table's or schema's name.</returns>
    public static string Decode(string folderName)
    {
        ArgumentNullException.ThrowIfNull(folderName);
        return Uri.UnescapeDataString(folderName);
    }

    /// <summary>A leading dot or underscore hides a folder from Spark and from listings; a space or dot at the end is lost on some file systems.</summary>
    private static bool StandsAsItIs(Rune rune, bool isFirst, bool isLast) => rune.Value switch
    {
        < 0x20 or 0x7F => false,
        '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '%' or '=' or '\'' or '{' or '}' or '[' or ']' or '#' or '^' or '`' => false,
        '.' or '_' or ' ' when isFirst => false,
        '.' or ' ' when isLast => false,
        _ => true,
    };
}
