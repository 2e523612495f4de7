namespace Ingot.Scaffolding.Drafting;

/// <summary>What names of tables and columns tell. English only; another language is taken as it is, which is right but less pretty.</summary>
internal static class Words
{
    private static readonly string[] KeyEndings = ["_id", "_uuid", "_guid", "_key", "_no", "_nr", "_number", "_code", "_fk"];

    private static readonly HashSet<string> Technical = Set(
        "created_at created_on created created_time created_date create_date create_time createdate creation_date date_created date_added added_at inserted_at insert_date timestamp "
        + "updated_at updated_on updated update_date update_time updatedate last_update last_updated last_updated_at last_modified last_modified_at modified_at modified_on modified modified_date "
        + "modify_date date_modified date_updated changed_at changed deleted_at deleted_on deleted removed_at created_by updated_by modified_by deleted_by version row_version rowversion lock_version "
        + "revision etag checksum row_hash sync_id synced_at imported_at loaded_at createdat updatedat deletedat modifieddate");

    private static readonly HashSet<string> Created = Set(
        "created_at created_on created created_time created_date create_date create_time createdate creation_date date_created date_added added_at inserted_at insert_date createdat timestamp");

    private static readonly string[] Additive =
    [
        "amount", "total", "subtotal", "sum", "paid", "payment", "revenue", "fee", "tax", "vat", "net", "gross", "freight", "shipping", "discount_amount", "refund", "quantity", "qty", "units", "sales",
        "turnover", "cost_amount", "salary", "wage", "bonus", "hours", "minutes", "seconds", "duration", "milliseconds", "bytes", "points", "score", "value", "debit", "credit", "count",
    ];

    private static readonly string[] PerUnit = ["price", "cost", "rate", "msrp", "percent", "pct", "percentage", "discount", "ratio", "weight", "height", "width", "length"];
    private static readonly string[] NoMeasure = ["lat", "lon", "lng", "latitude", "longitude", "year", "month", "day", "position", "order", "sort", "rank", "level", "number", "no", "nr", "code", "type", "status", "flag"];
    private static readonly string[] AttributeDates = ["birth", "born", "hire", "hired", "release", "released", "launch", "launched", "valid", "expiry", "expires", "expire", "join", "joined", "registered", "registration", "discontinued", "founded", "login", "seen", "until", "to", "end", "ended", "left", "due", "dob", "birthday", "birthdate"];

    /// <summary>Whether a column says when or by whom a row was written.</summary>
    public static bool IsTechnical(string name) => Technical.Contains(name) || Technical.Contains(Snake(name));

    /// <summary>Whether a column says when a row was made.</summary>
    public static bool IsCreation(string name) => Created.Contains(name) || Created.Contains(Snake(name));

    /// <summary>Whether a number adds up over rows, by its name.</summary>
    public static bool IsAdditive(string name) => Has(name, Additive) && !Has(name, ["unit", "per", "rate", "percent", "pct"]) && !Has(name, NoMeasure);

    /// <summary>Whether a number is a price, a rate or a measure of one thing, by its name.</summary>
    public static bool IsPerUnit(string name) => Has(name, PerUnit) && !Has(name, NoMeasure);

    /// <summary>Whether a number is none to add up or to average, by its name.</summary>
    public static bool IsNoMeasure(string name) => Has(name, NoMeasure);

    /// <summary>Whether a date says something about a thing (its birth, its release), not when something happened.</summary>
    public static bool IsAttributeDate(string name) => Has(name, AttributeDates);

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

    private static bool Has(string name, string[] words) => Snake(name).Split('_', StringSplitOptions.RemoveEmptyEntries).Any(words.Contains);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
