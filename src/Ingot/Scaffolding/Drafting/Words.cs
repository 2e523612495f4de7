namespace Ingot.Scaffolding.Drafting;

/// <summary>The form of names of tables and columns. Singular forms are English; another language is taken as it is, which is right but less pretty.</summary>
internal static class Words
{
    private static readonly string[] KeyEndings = ["_id", "_uuid", "_guid", "_key", "_no", "_nr", "_number", "_code", "_fk"];

    /// <summary>A name in lower case with underscores between its words: <c>OrderDate</c> becomes <c>order_date</c>.</summary>
    public static string Snake(string name)
    {
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))))
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(name[i]));
        }

        return words.ToString();
    }

    /// <summary>What a column that refers is about: <c>manager</c> for <c>manager_id</c>; empty when nothing is left.</summary>
    public static string RoleOf(string column)
    {
        var snake = Snake(column);
        var ending = KeyEndings.FirstOrDefault(ending => snake.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null ? snake[..^ending.Length] : snake is "id" or "uuid" or "guid" or "key" or "code" ? "" : snake;
    }

    /// <summary>The word for one row of a table: <c>sales_person</c> for <c>sales_people</c>, <c>category</c> for <c>categories</c>.</summary>
    public static string Singular(string table)
    {
        var name = Snake(table);
        var start = name.LastIndexOf('_') + 1;
        var word = name[start..];
        var one = word switch
        {
            "people" => "person",
            "children" => "child",
            "men" => "man",
            "women" => "woman",
            "movies" or "cookies" or "ties" or "pies" => word[..^1],
            "series" or "news" or "species" or "status" or "address" or "bus" or "gas" or "canvas" or "alias" or "atlas" => word,
            _ when word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
            _ when word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("tuses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)) => word[..^2],
            _ when word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };
        return name[..start] + one;
    }
}
