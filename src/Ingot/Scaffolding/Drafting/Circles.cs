namespace Ingot.Scaffolding.Drafting;

/// <summary>Finds tables that refer to each other in a circle.</summary>
internal static class Circles
{
    /// <summary>Numbers the tables so that two have one number when each can be reached from the other (strongly connected components, by Tarjan, without recursion).</summary>
    public static IReadOnlyDictionary<TableDraft, int> Find(IReadOnlyList<TableDraft> tables)
    {
        var numbers = new Dictionary<TableDraft, int>(ReferenceEqualityComparer.Instance);
        var order = new Dictionary<TableDraft, int>(ReferenceEqualityComparer.Instance);
        var lowest = new Dictionary<TableDraft, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<TableDraft>();
        foreach (var root in tables)
        {
            if (order.ContainsKey(root))
            {
                continue;
            }

            var path = new Stack<(TableDraft Table, int Next)>();
            path.Push((root, 0));
            while (path.TryPop(out var step))
            {
                var (table, next) = step;
                if (next == 0)
                {
                    order[table] = lowest[table] = order.Count;
                    open.Push(table);
                }

                if (next < table.References.Count)
                {
                    path.Push((table, next + 1));
                    var to = table.References[next].To;
                    if (!order.TryGetValue(to, out var place))
                    {
                        path.Push((to, 0));
                    }
                    else if (!numbers.ContainsKey(to))
                    {
                        lowest[table] = Math.Min(lowest[table], place);
                    }

                    continue;
                }

                if (lowest[table] == order[table])
                {
                    Close(table, open, numbers);
                }

                if (path.TryPeek(out var parent))
                {
                    lowest[parent.Table] = Math.Min(lowest[parent.Table], lowest[table]);
                }
            }
        }

        return numbers;
    }

    private static void Close(TableDraft root, Stack<TableDraft> open, Dictionary<TableDraft, int> numbers)
    {
        var number = numbers.Count;
        TableDraft member;
        do
        {
            member = open.Pop();
            numbers[member] = number;
        }
        while (!ReferenceEquals(member, root));
    }
}
