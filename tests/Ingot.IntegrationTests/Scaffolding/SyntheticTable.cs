namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>A table of a synthetic schema while it is made.</summary>
internal sealed class SyntheticTable
{
    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How many rows it gets.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether other statements make it.</summary>
    public bool IsMade { get; init; }

    /// <summary>The storage engine.</summary>
    public string Engine { get; init; } = "InnoDB";

    /// <summary>The columns of its key; empty without one.</summary>
    public List<(string Name, SyntheticKey Key)> Key { get; } = [];

    /// <summary>The lines of CREATE TABLE.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The columns that INSERT names, each with the literal of a row.</summary>
    public List<(string Name, Func<int, string> Value)> Values { get; } = [];

    /// <summary>What follows the lines: engine, character set, comment, partitions.</summary>
    public string Options { get; set; } = "";

    /// <summary>The name for SQL.</summary>
    public string QuotedName => $"{SyntheticSchema.Quote(Database)}.{SyntheticSchema.Quote(Name)}";
}
