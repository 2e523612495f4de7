namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>A schema that nobody would write, with its data.</summary>
/// <param name="Databases">The databases, which the statements make.</param>
/// <param name="Statements">What makes it, in order, for one session.</param>
/// <param name="Tables">The rows of every table that can be loaded, by database and table.</param>
internal sealed record SyntheticSchema(IReadOnlyList<string> Databases, IReadOnlyList<string> Statements, IReadOnlyDictionary<(string Database, string Table), int> Tables)
{
    /// <summary>What <c>ingot.yaml</c> says of what is left out.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The rights of the account that reads it, each as in <c>GRANT … TO</c>; null for an account that may do all.</summary>
    public IReadOnlyList<string>? Rights { get; init; }

    /// <summary>A name for SQL.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A text for SQL.</summary>
    public static string Literal(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
