using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Pipeline { get; } =
        Create<string?>("--pipeline", "DIR", "The pipeline's folder. Default: the current folder when it has an ingot.yaml, else pipelines/sales.");

    public Option<string?> Environment { get; } = Create<string?>("--environment", "NAME", "The environment of the pipeline. Default: its first.");

    public Option<string?> Lake { get; } = Create<string?>("--lake", "DIR", "The lake. Default: the environment's, in the demo ./lake.");

    public Option<string?> Source { get; } =
        Create<string?>("--source", "URL", "The MySQL server: mysql://user@host:3306/db, or several databases of it: …/db,db2. Default: the pipeline's, else a private server.");

    public Option<bool> Json { get; } = Create<bool>("--json", null, "Write one JSON document to standard output, and nothing else.");

    public Option<bool> Verbose { get; } = Create<bool>("--verbose", null, "Say more: each of many tables, the reason of each step, the stack trace of an error.");

    public Option<bool> Help { get; } = Create<bool>("--help", null, "Show this help.", "-h", "-?");

    public Option<bool> Version { get; } = Create<bool>("--version", null, "Show the version.");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [Pipeline, Environment, Lake, Source, Json, Verbose, Help, Version];

    private static Option<T> Create<T>(string name, string? value, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = value, Recursive = true };
}
