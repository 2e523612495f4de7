namespace Ingot.Diagrams;

/// <summary>Writes an entity-relationship drawing as an SVG file, for light and dark backgrounds. Pure.</summary>
public static class EntitySvg
{
    private const double Margin = 24;
    private const double RowHeight = 20;
    private const double HeadHeight = 26;
    private const double Padding = 10;
    private const int WidestName = 34;
    private const int WidestType = 22;

    // Crow's feet, as they stand at the end of a line that comes from the left.
    private const string Marks = """
        <defs>
        <marker id="one" viewBox="0 0 16 16" refX="16" refY="8" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="edge" d="M8 3V13M12 3V13"/></marker>
        <marker id="maybe-one" viewBox="0 0 16 16" refX="16" refY="8" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><circle class="mark" cx="5" cy="8" r="4"/><path class="edge" d="M12 3V13"/></marker>
        <marker id="many" viewBox="0 0 16 16" refX="16" refY="8" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="edge" d="M8 8L16 3M8 8L16 13"/><circle class="mark" cx="5" cy="8" r="3.4"/></marker>
        </defs>
        """;

    /// <summary>Writes a drawing. Names may hold any character. Tables with many columns show the key, the references, and the first others, and how many more there are.</summary>
    /// <param name="diagram">What to draw.</param>
    /// <param name="title">What the drawing is called, for those who hear it.</param>
    /// <returns>The file's text.</returns>
    public static string Write(EntityDiagram diagram, string title)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(title);
        return Draw(diagram, title).Text;
    }

    /// <summary>The drawing with its size.</summary>
    internal static SvgDrawing Draw(EntityDiagram diagram, string title)
    {
        var mostRows = diagram.Entities.Count <= 12 ? 24 : diagram.Entities.Count <= 40 ? 12 : 8;
        var boxes = diagram.Entities.Select(entity => Box.Of(entity, mostRows)).ToList();
        var numbers = diagram.Entities.Select((entity, number) => (entity.Name, number)).ToDictionary(entity => entity.Name, entity => entity.number, StringComparer.Ordinal);
        var relations = diagram.DrawnRelations().ToList();
        var (places, width, height) = BoxLayout.Place(
            [.. boxes.Select(box => (box.Width, box.Height))], [.. relations.Select(relation => (numbers[relation.From], numbers[relation.To]))]);
        var page = new SvgPage();

        // Lines first: where one crosses a table, it passes behind.
        foreach (var relation in relations)
        {
            var (from, to) = (numbers[relation.From], numbers[relation.To]);
            AddRelation(page, relation, boxes[from], places[from], boxes[to], places[to]);
        }

        for (var number = 0; number < boxes.Count; number++)
        {
            boxes[number].AddTo(page, Margin + places[number].X, Margin + places[number].Y);
        }

        // A line that turns back on the right of a table needs some room there.
        return page.Build(width + (2 * Margin) + 20, height + (2 * Margin), title, Marks);
    }

    private static void AddRelation(SvgPage page, Relation relation, Box from, (double X, double Y) fromPlace, Box to, (double X, double Y) toPlace)
    {
        var (fromY, toY) = (Margin + fromPlace.Y + from.RowOf(relation.Columns), Margin + toPlace.Y + to.RowOfKey);
        var (fromLeft, fromRight) = (Margin + fromPlace.X, Margin + fromPlace.X + from.Width);
        var (toLeft, toRight) = (Margin + toPlace.X, Margin + toPlace.X + to.Width);
        var (start, end, startOut, endOut) = fromLeft > toRight ? (fromLeft, toRight, -16, 16) : toLeft > fromRight ? (fromRight, toLeft, 16, -16) : (fromRight, toRight, 16, 16);
        var bend = Math.Max(24, Math.Abs(end - start) / 3);
        if (from == to && fromY == toY)
        {
            toY = fromY - (RowHeight / 2) - 4;
        }

        var path = $"M{N(start)} {N(fromY)}h{startOut}C{N(start + startOut + (Math.Sign(startOut) * bend))} {N(fromY)} {N(end + endOut + (Math.Sign(endOut) * bend))} {N(toY)} {N(end + endOut)} {N(toY)}L{N(end)} {N(toY)}";
        var title = SvgText.Escape($"{relation.From} ({string.Join(", ", relation.Columns)}) → {relation.To}");
        page.Add($"<path class=\"edge\" marker-start=\"url(#{(relation.IsUnique ? "maybe-one" : "many")})\" marker-end=\"url(#{(relation.IsOptional ? "maybe-one" : "one")})\" d=\"{path}\"><title>{title}</title></path>");
    }

    private static string N(double value) => SvgText.Number(value);

    private sealed record Box(Entity Entity, IReadOnlyList<EntityColumn> Columns, double NameWidth, double Width)
    {
        private int Hidden => Entity.Columns.Count - Columns.Count;

        public double Height => HeadHeight + ((Columns.Count + (Hidden > 0 ? 1 : 0)) * RowHeight) + (Entity.Columns.Count > 0 ? 6 : 0);

        public double RowOfKey => RowOf([.. Entity.Columns.Where(column => column.IsKey).Take(1).Select(column => column.Name)]);

        public static Box Of(Entity entity, int mostRows)
        {
            IReadOnlyList<EntityColumn> shown = entity.Columns;
            if (shown.Count > mostRows)
            {
                var chosen = shown.Where(column => column.IsKey || column.IsForeign).Concat(shown.Where(column => !column.IsKey && !column.IsForeign)).Take(mostRows - 1).ToHashSet(ReferenceEqualityComparer.Instance);
                shown = [.. shown.Where(chosen.Contains)];
            }

            var sign = SvgPage.FontSize * SvgText.SignWidth;
            var name = shown.Select(column => Math.Min(WidestName, SvgText.Cells(column.Name))).DefaultIfEmpty(0).Max() * sign;
            var type = shown.Select(column => Math.Min(WidestType, SvgText.Cells(column.Type))).DefaultIfEmpty(0).Max() * sign;
            var head = (Math.Min(WidestName + WidestType, SvgText.Cells(entity.Name)) * sign) + 4;
            return new Box(entity, shown, name, Math.Max(Math.Max(head, name + type + 16 + (4 * sign)), 90) + (2 * Padding));
        }

        public double RowOf(IReadOnlyList<string> columns)
        {
            for (var number = 0; columns.Count > 0 && number < Columns.Count; number++)
            {
                if (string.Equals(Columns[number].Name, columns[0], StringComparison.OrdinalIgnoreCase))
                {
                    return HeadHeight + 3 + (number * RowHeight) + (RowHeight / 2);
                }
            }

            return HeadHeight / 2;
        }

        public void AddTo(SvgPage page, double x, double y)
        {
            page.AddBox("box", x, y, Width, Height);
            page.AddBox("head", x, y, Width, HeadHeight);
            page.AddText("name", x + Padding, y + 17.5, Entity.Name, Width - (2 * Padding) + 4);
            var line = y + HeadHeight + 3 + 14.5;
            foreach (var column in Columns)
            {
                // K and F rather than colours: a key, a reference.
                var mark = (column.IsKey ? "K" : "") + (column.IsForeign ? "F" : "");
                var sign = SvgPage.FontSize * SvgText.SignWidth;
                if (mark.Length > 0)
                {
                    page.AddText("faint", x + Padding, line, mark, 3 * sign);
                }

                page.AddText(column.IsKey ? "name" : "", x + Padding + (3 * sign), line, column.Name, Math.Min(WidestName * sign, NameWidth) + 1);
                page.AddText("faint", x + Width - Padding, line, column.Type, (WidestType * sign) + 1, isAtEnd: true);
                line += RowHeight;
            }

            if (Hidden > 0)
            {
                page.AddText("faint", x + Padding, line, $"and {Hidden} more columns", Width);
            }
        }
    }
}
