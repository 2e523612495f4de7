using System.Text;

namespace Ingot.Diagrams;

/// <summary>Writes an entity-relationship drawing as Mermaid's <c>erDiagram</c>, which GitHub draws. Pure.</summary>
public static class EntityMermaid
{
    private enum Detail
    {
        AllColumns,
        KeysAndReferences,
        NoColumns,
        RelatedTables,
    }

    /// <summary>
    /// Writes a drawing. Names may hold any character. A drawing that Mermaid would refuse for its size with the settings that GitHub has is written with less: keys and references alone, then no
    /// columns, then only tables with a relation, as far as they go; a comment in the text says so.
    /// </summary>
    /// <param name="diagram">What to draw.</param>
    /// <returns>The text, which starts with <c>erDiagram</c> and ends with a line end; without the fence of a Markdown block.</returns>
    public static string Write(EntityDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        foreach (var detail in Enum.GetValues<Detail>())
        {
            var text = Write(diagram, detail);
            if (text.Length <= MermaidText.MaximumLength)
            {
                return text;
            }
        }

        // Far more relations than a page holds: the first ones.
        var related = diagram.DrawnRelations().ToList();
        while (true)
        {
            related.RemoveRange(related.Count / 2, related.Count - (related.Count / 2));
            var text = Write(diagram with { Relations = related }, Detail.RelatedTables);
            if (text.Length <= MermaidText.MaximumLength || related.Count == 0)
            {
                return text;
            }
        }
    }

    private static string Write(EntityDiagram diagram, Detail detail)
    {
        var relations = diagram.DrawnRelations().ToList();
        var related = relations.SelectMany(relation => new[] { relation.From, relation.To }).ToHashSet(StringComparer.Ordinal);
        var entities = detail == Detail.RelatedTables ? [.. diagram.Entities.Where(entity => related.Contains(entity.Name))] : diagram.Entities;
        var words = Words(diagram.Entities);
        var text = new StringBuilder("erDiagram\n");
        text.Append(detail switch
        {
            Detail.AllColumns => "",
            Detail.KeysAndReferences => "  %% Keys and references only: with all columns the drawing is too large for Mermaid.\n",
            Detail.NoColumns => "  %% Without columns: with them the drawing is too large for Mermaid.\n",
            _ => $"  %% {entities.Count} of {diagram.Entities.Count} tables, those with a relation: the drawing of all is too large for Mermaid.\n",
        });
        foreach (var relation in relations)
        {
            var (one, many) = (relation.IsOptional ? "|o" : "||", relation.IsUnique ? "o|" : "o{");
            text.Append($"  {words[relation.To]} {one}--{many} {words[relation.From]} : {MermaidText.Label(string.Join(", ", relation.Columns))}\n");
        }

        foreach (var entity in entities)
        {
            WriteEntity(text, entity, words[entity.Name], detail);
        }

        return text.ToString();
    }

    private static void WriteEntity(StringBuilder text, Entity entity, string word, Detail detail)
    {
        text.Append("  ").Append(word);
        if (word != entity.Name)
        {
            text.Append('[').Append(MermaidText.Label(entity.Name)).Append(']');
        }

        var columns = detail switch
        {
            Detail.AllColumns => entity.Columns,
            Detail.KeysAndReferences => [.. entity.Columns.Where(column => column.IsKey || column.IsForeign)],
            _ => [],
        };
        if (columns.Count == 0)
        {
            text.Append('\n');
            return;
        }

        text.Append(" {\n");
        foreach (var column in columns)
        {
            var name = MermaidText.ToWord(column.Name);
            var keys = (column.IsKey, column.IsForeign) switch
            {
                (true, true) => " PK, FK",
                (true, false) => " PK",
                (false, true) => " FK",
                _ => "",
            };
            var comment = name == column.Name ? "" : $" {MermaidText.Label(column.Name)}";
            text.Append($"    {TypeWord(column.Type)} {name}{keys}{comment}\n");
        }

        text.Append("  }\n");
    }

    // Each entity's word in the text: its name when that is a word, else a made-up one beside a label with the name.
    private static Dictionary<string, string> Words(IReadOnlyList<Entity> entities)
    {
        var taken = entities.Select(entity => entity.Name).Where(MermaidText.IsWord).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var entity in entities)
        {
            var word = entity.Name;
            while (!MermaidText.IsWord(entity.Name) && (word == entity.Name || !taken.Add(word)))
            {
                word = $"table_{++number}";
            }

            words[entity.Name] = word;
        }

        return words;
    }

    // A type is one word of letters, digits, underscores and round brackets: older versions of Mermaid know no comma there.
    private static string TypeWord(string type)
    {
        var nested = type.IndexOf('<', StringComparison.Ordinal);
        var shown = nested > 0 && type.Length > 24 ? type[..nested] : type.Replace('<', '(').Replace('>', ')');
        var word = new string([.. shown.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '(' or ')' ? character : '_')]);
        return word.Length > 0 && char.IsAsciiLetter(word[0]) ? word : $"type_{word}";
    }
}
