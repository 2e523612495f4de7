namespace Ingot.Definition.Keys;

/// <summary>What a single value is written like.</summary>
/// <param name="Title">Its name in the reference, with an article.</param>
/// <param name="Pattern">A regular expression for the JSON schema, or null when any text will do. The loader checks more than it.</param>
internal sealed record ValueFormat(string Title, string? Pattern)
{
    /// <summary>The pattern of the names of pipelines, environments and expectations.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]*$";

    public static readonly ValueFormat Text = new("a text", null);
    public static readonly ValueFormat Integer = new("a whole number", "^[0-9]+$");
    public static readonly ValueFormat Name = new("a name: a letter, then letters, digits, `_` and `-`", NamePattern);
    public static readonly ValueFormat Choice = new("one of the values named", null);
    public static readonly ValueFormat Duration = new("a duration, such as `7 days`", @"^\s*[0-9]+(\.[0-9]+)?\s*(seconds?|minutes?|hours?|days?|weeks?)\s*$");
    public static readonly ValueFormat Size = new("a size, such as `1 GB`", @"^\s*[0-9]+(\.[0-9]+)?\s*(B|KB|MB|GB|TB|KiB|MiB|GiB|TiB)\s*$");
    public static readonly ValueFormat SourceUrl = new("a URL, such as `mysql://user@host:3306/db`", "^(mysql|mariadb)://");
    public static readonly ValueFormat TimeZone = new("`UTC`, an offset such as `+02:00`, or a name such as `Europe/Berlin`", null);
    public static readonly ValueFormat LakePath = new("a folder, or a URL `s3://bucket/prefix`", null);
    public static readonly ValueFormat SourceTable = new("a table, `schema.table`", @"^\s*(`([^`]|``)+`|[^.`]+)\.(`([^`]|``)+`|[^.`]+)\s*$");
    public static readonly ValueFormat TableName = new("the name of a table", null);
    public static readonly ValueFormat Column = new("the name of a column", null);
    public static readonly ValueFormat LakeTable = new("a table of the lake, `layer.table`", @"^\s*(bronze|silver|gold)\..+$");
    public static readonly ValueFormat Value = new("a value", null);
    public static readonly ValueFormat Condition = new("a condition in Spark SQL", null);
}
