using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary>The whole command line: its commands, and the options that all of them have.</summary>
internal sealed class CommandLine
{
    public CommandLine()
    {
        Root = new RootCommand("Refines a MySQL database into a bronze / silver / gold Delta Lake that provably equals it.");
        Root.Options.Clear();
        Root.Directives.Clear();
        Commands =
        [
            new RunCommand(),
            new NewCommand(),
            new SeedCommand(),
            new ReplicateCommand(),
            new AdoptCommand(),
            new CrawlCommand(),
            new TransformCommand(),
            new QueryCommand(),
            new TablesCommand(),
            new VerifyCommand(),
            new CheckCommand(),
            new DiagramCommand(),
            new DoctorCommand(),
        ];
        foreach (var command in Commands)
        {
            Root.Subcommands.Add(command);
        }

        foreach (var option in Common.All)
        {
            Root.Options.Add(option);
        }
    }

    /// <summary>The root, <c>ingot</c> itself.</summary>
    public RootCommand Root { get; }

    /// <summary>The options that every command has.</summary>
    public CommonOptions Common { get; } = new();

    /// <summary>The commands, in the order of the help.</summary>
    public IReadOnlyList<IngotCommand> Commands { get; }

    /// <summary>Reads arguments.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <returns>What they say; mistakes are found by <see cref="UsageErrors"/>.</returns>
    public ParseResult Parse(IReadOnlyList<string> arguments) =>
        Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
}
