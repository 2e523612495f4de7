using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot seed</c>: makes and fills the demo's tables, or plays business on them.</summary>
internal sealed class SeedCommand : IngotCommand
{
    private readonly Option<double> _scale = new("--scale")
    {
        DefaultValueFactory = _ => 1,
        Description = "The size: 1 is about 100,000 sales_items. From 0.001 to 1,000; default 1.",
        HelpName = "X",
    };

    private readonly Option<int?> _changes = new("--changes")
    {
        Description = "Change N rows of the seeded tables as a day of business does, instead of seeding.",
        HelpName = "N",
    };

    private readonly Option<int> _randomSeed = new("--random-seed")
    {
        DefaultValueFactory = _ => 1,
        Description = "The same seed and scale give the same data. Default 1.",
        HelpName = "N",
    };

    public SeedCommand()
        : base("seed", "Create and fill the demo's tables, in an empty database or Ingot's own.")
    {
        Options.Add(_scale);
        Options.Add(_changes);
        Options.Add(_randomSeed);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot seed --scale 10", "a million sales_items"),
        new("ingot seed --changes 1000", "a day of business: inserts, updates, deletes"),
        new("ingot seed --source mysql://root@localhost:3306/shop", "the demo's tables in a server of yours"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", $"{invocation.Value(_scale)} {invocation.Value(_changes)} {invocation.Value(_randomSeed)}");
}
