namespace Ingot.Definition;

/// <summary>What the command line and the process add to a definition.</summary>
public sealed record DefinitionOptions
{
    /// <summary>The lake (<c>--lake</c>) in place of the environment's: a path relative to <see cref="CurrentFolder"/>, or a URL. Null: the environment's.</summary>
    public string? Lake { get; init; }

    /// <summary>The source (<c>--source</c>) in place of the definition's; it may hold a password. Null: the definition's.</summary>
    public string? Source { get; init; }

    /// <summary>The folder that relative lake paths start from, those in <c>ingot.yaml</c> too. Default: the process's current folder.</summary>
    public string CurrentFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Gives the value of an environment variable, or null when it is not set. Default: the process's.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;
}
