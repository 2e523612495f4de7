using System.Text;
using Ingot.Delta.Actions;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Statistics;

/// <summary>
/// Which columns have statistics: those of <c>delta.dataSkippingStatsColumns</c>, else the first leaves by <c>delta.dataSkippingNumIndexedCols</c>
/// (32 when not set, all when negative). Partition columns have none; a list or map counts as one leaf.
/// </summary>
internal sealed class StatisticsColumns
{
    public StatisticsColumns(Metadata metadata)
    {
        var partition = new HashSet<string>(metadata.PartitionColumns, StringComparer.OrdinalIgnoreCase);
        var fields = metadata.Schema.Fields.Where(field => !partition.Contains(field.Name));
        if (TableProperties.StatisticsColumns(metadata) is { } names)
        {
            var wanted = ParseNames(names);
            Root = new Node(string.Empty, metadata.Schema, Named(fields, wanted));
            return;
        }

        var limit = TableProperties.IndexedColumns(metadata);
        var left = limit < 0 ? int.MaxValue : limit;
        Root = new Node(string.Empty, metadata.Schema, First(fields, ref left));
    }

    /// <summary>The tree of columns; only leaves have statistics.</summary>
    public Node Root { get; }

    private static List<Node> First(IEnumerable<StructField> fields, ref int left)
    {
        var nodes = new List<Node>();
        foreach (var field in fields)
        {
            if (left <= 0)
            {
                break;
            }

            if (field.Type is StructType structure)
            {
                var children = First(structure.Fields, ref left);
                if (children.Count > 0)
                {
                    nodes.Add(new Node(field.Name, field.Type, children));
                }
            }
            else
            {
                left--;
                nodes.Add(new Node(field.Name, field.Type, []));
            }
        }

        return nodes;
    }

    private static List<Node> Named(IEnumerable<StructField> fields, IReadOnlyList<IReadOnlyList<string>> wanted)
    {
        var nodes = new List<Node>();
        foreach (var field in fields)
        {
            var rest = wanted
                .Where(path => path.Count > 0 && string.Equals(path[0], field.Name, StringComparison.OrdinalIgnoreCase))
                .Select(path => (IReadOnlyList<string>)[.. path.Skip(1)])
                .ToArray();
            if (rest.Length == 0)
            {
                continue;
            }

            if (field.Type is StructType structure)
            {
                var unlimited = int.MaxValue;
                var children = rest.Any(path => path.Count == 0) ? First(structure.Fields, ref unlimited) : Named(structure.Fields, rest);
                if (children.Count > 0)
                {
                    nodes.Add(new Node(field.Name, field.Type, children));
                }
            }
            else if (rest.Any(path => path.Count == 0))
            {
                nodes.Add(new Node(field.Name, field.Type, []));
            }
        }

        return nodes;
    }

    /// <summary>Reads <c>a, b.c, `x.y`</c>.</summary>
    private static List<IReadOnlyList<string>> ParseNames(string text)
    {
        var names = new List<IReadOnlyList<string>>();
        var path = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        foreach (var character in text + ",")
        {
            switch (character)
            {
                case '`':
                    quoted = !quoted;
                    break;
                case '.' or ',' when !quoted:
                    path.Add(part.ToString().Trim());
                    part.Clear();
                    if (character == ',')
                    {
                        names.Add([.. path]);
                        path.Clear();
                    }

                    break;
                default:
                    part.Append(character);
                    break;
            }
        }

        return names;
    }

    /// <summary>A column, or a struct with some of its fields.</summary>
    internal sealed record Node(string Name, DataType Type, IReadOnlyList<Node> Children);
}
