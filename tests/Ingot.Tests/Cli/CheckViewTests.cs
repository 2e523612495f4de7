using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Definition.Watching;

namespace Ingot.Tests.Cli;

public sealed class CheckViewTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 8, 5, 9, TimeSpan.Zero);

    [Fact]
    public void A_watch_shows_every_error_and_sums_up()
    {
        using var terminal = new TestTerminal();
        var place = new FilePlace("silver/clients.sql", 5, 12);
        var result = new CheckResult(
            [new DefinitionError("INGOT1030", place, "There is no column 'nme'. Nearest: name.", "Mend the SQL, or the model that makes the table it reads.")],
            [new CheckNote(place, "gold.a was not checked") { IsAfterError = true }, new CheckNote(place, "gold.b was not checked")],
            new Dictionary<TableName, CheckedModel>())
        {
            Unknown = "the lake does not have their tables yet, and no source is named",
        };

        WatchView.Write(terminal.Terminal, new WatchedCheck(null, result, 1, TimeSpan.FromMilliseconds(28)), Time);
        WatchView.Write(terminal.Terminal, new WatchedCheck(null, result with { Errors = [], Notes = [] }, 2, TimeSpan.FromMilliseconds(31)), Time);

        Snapshot.Matches("check-watch", terminal.Output);
        Assert.Empty(terminal.Error);
    }
}
