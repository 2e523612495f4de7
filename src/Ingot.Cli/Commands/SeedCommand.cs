using Ingot.Cli.Rendering;
using Ingot.Runs;
using Ingot.Seeding;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot seed</c>: makes and fills the demo's tables, or plays business on them.</summary>
internal sealed class SeedCommand : IngotCommand
{
    private readonly NumberOption _scale = NumberOption.Any("--scale", "X", "The size: 1 is about 100,000 sales_items. From 0.001 to 1,000; default 1.", 0.001m, 1000);

    private readonly NumberOption _changes =
        NumberOption.Whole("--changes", "N", "Change N rows of the seeded tables as a day of business does, instead of seeding.", 1, int.MaxValue);

    private readonly NumberOption _randomSeed =
        NumberOption.Whole("--random-seed", "N", "The same seed and scale give the same data. Default 1.", int.MinValue, int.MaxValue);

    public SeedCommand()
        : base("seed", "Create and fill the demo's tables, in an empty database or Ingot's own.")
    {
        Options.Add(_scale.Symbol);
        Options.Add(_changes.Symbol);
        Options.Add(_randomSeed.Symbol);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot seed --scale 10", "a million sales_items"),
        new("ingot seed --changes 1000", "a day of business: inserts, updates, deletes"),
        new("ingot seed --source mysql://root@localhost:3306/shop", "the demo's tables in a server of yours"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var session = invocation.OpenSession(invocation.LoadDefinition());
        await using var disposal = session.ConfigureAwait(false);
        await Invocation.AskForPasswordAsync(session, cancellationToken).ConfigureAwait(false);
        var started = invocation.Environment.Time.GetTimestamp();
        if ((int?)_changes.Of(invocation) is { } changes)
        {
            var played = await RunProgress.ShowAsync(invocation, async observer =>
            {
                var seeder = await OpenSeederAsync(invocation, session, observer, cancellationToken).ConfigureAwait(false);
                return await seeder.PlayChangesAsync(changes, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
            SeedView.WriteChanges(invocation, played, invocation.Environment.Time.GetElapsedTime(started));
            return ExitCode.Ok;
        }

        var seeded = await RunProgress.ShowAsync(invocation, async observer =>
        {
            var seeder = await OpenSeederAsync(invocation, session, observer, cancellationToken).ConfigureAwait(false);
            return await seeder.SeedAsync(new SeedObserver(observer, invocation.Environment.Time), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        SeedView.Write(invocation, seeded, invocation.Environment.Time.GetElapsedTime(started));
        return ExitCode.Ok;
    }

    private async Task<Seeder> OpenSeederAsync(Invocation invocation, PipelineSession session, IRunObserver observer, CancellationToken cancellationToken)
    {
        var source = await session.OpenSourceAsync(observer, cancellationToken).ConfigureAwait(false);
        if (source.Url.MoreDatabases.Count > 0)
        {
            throw new PipelineException("INGOT2115", $"`ingot seed` fills one database, and the source {source} names {source.Url.Databases.Count}.", "Name one: `--source mysql://user@host:3306/database`.");
        }

        var options = new SeedOptions();
        return DemoShop.CreateSeeder(source, options with
        {
            Database = source.Url.Database ?? options.Database,
            RandomSeed = (int?)_randomSeed.Of(invocation) ?? options.RandomSeed,
            Scale = (double?)_scale.Of(invocation) ?? options.Scale,
        });
    }
}
