using System.Text;
using Ingot.MySql;

namespace Ingot.Scaffolding.Drafting;

/// <summary>The labels of an ENUM or SET column, from its type as the server writes it.</summary>
internal static class LabelList
{
    /// <summary>Reads the labels.</summary>
    /// <returns>The labels, or null for another type, or for a text that is not as expected.</returns>
    public static IReadOnlyList<string>? TryRead(ColumnSchema column)
    {
        if (column.DataType is not ("enum" or "set"))
        {
            return null;
        }

        var text = column.ColumnType;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }

        var labels = new List<string>();
        var place = open + 1;
        while (place < text.Length && text[place] == '\'')
        {
            var label = new StringBuilder();
            for (place++; place < text.Length; place++)
            {
                if (text[place] == '\'' && (place + 1 >= text.Length || text[place + 1] != '\''))
                {
                    break;
                }

                place += text[place] == '\'' ? 1 : 0;
                label.Append(text[place]);
            }

            labels.Add(label.ToString());
            place++;
            if (place >= text.Length || text[place] != ',')
            {
                return place < text.Length && text[place] == ')' && labels.Count > 0 ? labels : null;
            }

            place++;
        }

        return null;
    }
}
