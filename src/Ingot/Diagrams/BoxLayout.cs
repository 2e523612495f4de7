namespace Ingot.Diagrams;

/// <summary>
/// Places boxes with arrows between them: what others refer to stands on the left, what refers to it on the right; tables that are connected stand together, apart from the others.
/// The same input gives the same places.
/// </summary>
internal sealed class BoxLayout
{
    private const double ColumnGap = 90;
    private const double RowGap = 26;
    private const double GroupGap = 44;
    private readonly IReadOnlyList<(double Width, double Height)> _boxes;
    private readonly List<int>[] _parents;
    private readonly List<int>[] _children;
    private readonly (double X, double Y)[] _places;

    private BoxLayout(IReadOnlyList<(double Width, double Height)> boxes, IReadOnlyList<(int From, int To)> arrows)
    {
        _boxes = boxes;
        _places = new (double, double)[boxes.Count];
        _parents = [.. boxes.Select(_ => new List<int>())];
        _children = [.. boxes.Select(_ => new List<int>())];
        foreach (var (from, to) in arrows.Where(arrow => arrow.From != arrow.To).Distinct())
        {
            _parents[from].Add(to);
            _children[to].Add(from);
        }
    }

    /// <summary>Places the boxes.</summary>
    /// <param name="boxes">Their sizes.</param>
    /// <param name="arrows">From the box that refers to the one that it refers to.</param>
    /// <returns>The upper left corners, and the size of the whole.</returns>
    public static (IReadOnlyList<(double X, double Y)> Places, double Width, double Height) Place(IReadOnlyList<(double Width, double Height)> boxes, IReadOnlyList<(int From, int To)> arrows)
    {
        var layout = new BoxLayout(boxes, arrows);
        var (width, height) = layout.Place();
        return (layout._places, width, height);
    }

    private (double Width, double Height) Place()
    {
        // Each group of connected boxes by itself, then the groups in rows, the largest first.
        var groups = Groups().Select(group => (Boxes: group, Size: PlaceGroup(group))).OrderByDescending(group => group.Boxes.Count > 1).ThenByDescending(group => group.Size.Height).ToList();
        if (groups.Count == 0)
        {
            return (0, 0);
        }

        var area = groups.Sum(group => (group.Size.Width + GroupGap) * (group.Size.Height + GroupGap));
        var limit = Math.Max(groups.Max(group => group.Size.Width), Math.Sqrt(area * 1.7));
        var (x, y, rowHeight, width) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (group, size) in groups)
        {
            if (x > 0 && x + size.Width > limit)
            {
                (x, y, rowHeight) = (0, y + rowHeight + GroupGap, 0);
            }

            foreach (var box in group)
            {
                _places[box] = (_places[box].X + x, _places[box].Y + y);
            }

            x += size.Width + GroupGap;
            rowHeight = Math.Max(rowHeight, size.Height);
            width = Math.Max(width, x - GroupGap);
        }

        return (width, y + rowHeight);
    }

    private List<List<int>> Groups()
    {
        var seen = new bool[_boxes.Count];
        var groups = new List<List<int>>();
        for (var start = 0; start < _boxes.Count; start++)
        {
            if (seen[start])
            {
                continue;
            }

            var group = new List<int>();
            var open = new Queue<int>([start]);
            seen[start] = true;
            while (open.TryDequeue(out var box))
            {
                group.Add(box);
                foreach (var next in _parents[box].Concat(_children[box]).Where(next => !seen[next]))
                {
                    seen[next] = true;
                    open.Enqueue(next);
                }
            }

            group.Sort();
            groups.Add(group);
        }

        return groups;
    }

    private (double Width, double Height) PlaceGroup(List<int> group)
    {
        var ranks = Ranks(group);
        var area = group.Sum(box => (_boxes[box].Width + ColumnGap) * (_boxes[box].Height + RowGap));
        var limit = Math.Max(group.Max(box => _boxes[box].Height), Math.Sqrt(area / 0.9));
        var columns = new List<List<int>>();
        foreach (var rank in group.GroupBy(box => ranks[box]).OrderBy(rank => rank.Key))
        {
            // The boxes of a rank near those that they refer to; a rank that is too high becomes several columns.
            var height = double.MaxValue;
            foreach (var box in rank.OrderBy(MiddleOfParents).ThenBy(box => box))
            {
                if (height + _boxes[box].Height > limit)
                {
                    columns.Add([]);
                    height = 0;
                }

                columns[^1].Add(box);
                height += _boxes[box].Height + RowGap;
            }

            PlaceColumns(columns);
        }

        return PlaceColumns(columns);
    }

    private double MiddleOfParents(int box) => _parents[box].Count == 0 ? 0 : _parents[box].Average(parent => _places[parent].Y + (_boxes[parent].Height / 2));

    private (double Width, double Height) PlaceColumns(List<List<int>> columns)
    {
        var heights = columns.Select(column => column.Sum(box => _boxes[box].Height + RowGap) - RowGap).ToList();
        var highest = heights.Max();
        var x = 0.0;
        for (var number = 0; number < columns.Count; number++)
        {
            var y = (highest - heights[number]) / 2;
            foreach (var box in columns[number])
            {
                _places[box] = (x, y);
                y += _boxes[box].Height + RowGap;
            }

            x += columns[number].Max(box => _boxes[box].Width) + ColumnGap;
        }

        return (x - ColumnGap, highest);
    }

    // One more than the highest rank of what a box refers to; an arrow that closes a cycle does not count.
    private Dictionary<int, int> Ranks(List<int> group)
    {
        var ranks = new Dictionary<int, int>();
        var open = new HashSet<int>();
        foreach (var start in group.OrderBy(box => _parents[box].Count).ThenBy(box => box))
        {
            var stack = new Stack<int>([start]);
            while (stack.TryPeek(out var box))
            {
                open.Add(box);
                var waiting = ranks.ContainsKey(box) ? [] : _parents[box].Where(parent => !ranks.ContainsKey(parent) && !open.Contains(parent)).ToList();
                if (waiting.Count > 0)
                {
                    stack.Push(waiting[0]);
                    continue;
                }

                ranks.TryAdd(box, _parents[box].Where(ranks.ContainsKey).Select(parent => ranks[parent] + 1).DefaultIfEmpty(0).Max());
                open.Remove(box);
                stack.Pop();
            }
        }

        // As near as can be to what refers to it.
        foreach (var box in group.OrderByDescending(box => ranks[box]).ToList())
        {
            ranks[box] = _children[box].Where(child => ranks[child] > ranks[box]).Select(child => ranks[child] - 1).DefaultIfEmpty(ranks[box]).Min();
        }

        return ranks;
    }
}
