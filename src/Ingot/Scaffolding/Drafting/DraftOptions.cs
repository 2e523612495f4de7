namespace Ingot.Scaffolding.Drafting;

/// <summary>What a draft needs besides what the source holds.</summary>
public sealed record DraftOptions
{
    /// <summary>The pipeline's name.</summary>
    public required string Name { get; init; }

    /// <summary>The source's URL without its password.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>The environment variable that names another source.</summary>
    public string SourceVariable => $"{new string([.. Name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_')])}_SOURCE";

    /// <summary>The patterns that chose the tables, as they were written; empty when all were taken.</summary>
    public string Selection { get; init; } = "";

    /// <summary>The names in bronze of tables that have one already, by database and table.</summary>
    public IReadOnlyDictionary<(string Schema, string Table), string> KnownNames { get; init; } = new Dictionary<(string, string), string>();
}
