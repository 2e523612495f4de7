using System.Globalization;
using System.Text;

namespace Ingot.Lakes;

/// <summary>
/// The folder of a table whose name may hold any character: the few that a path, an object key or Hive cannot hold are percent-encoded as UTF-8, one way, so that two names never meet.
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
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];

            // A leading dot or underscore hides a folder from Spark and from listings.
            if (IsReserved(character) || (index == 0 && character is ('.' or '_')))
            {
                foreach (var unit in Encoding.UTF8.GetBytes([character]))
                {
                    encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
            else
            {
                encoded.Append(character);
            }
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

    private static bool IsReserved(char character) =>
        char.IsControl(character) || character is '%' or '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '=' or '#' or '\'' or '{' or '}' or '[' or ']' or '^' or '`' or '\x7f';
}
