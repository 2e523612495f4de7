using System.Text;

namespace Ingot.Cli.Rendering;

/// <summary>The words for named values: lower case, parts joined by underscores, the same in tables and in JSON.</summary>
internal static class Words
{
    /// <summary>The word of a value of an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>For example <c>expectations_failed</c>.</returns>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var character in value.ToString())
        {
            if (char.IsUpper(character) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(character));
        }

        return word.ToString();
    }
}
