using Ingot.MySql;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Shows how far the study of a source is: one moving line in a terminal, a line a phase in a pipe, nothing with <c>--json</c>. Thread-safe.</summary>
internal sealed class StudyProgress : IStudyProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private readonly Action<string>? _tell;
    private readonly bool _verbose;
    private readonly Lock _gate = new();
    private string _line = "";
    private int _tables;
    private int _profiled;

    private StudyProgress(Action<string>? tell, bool verbose)
    {
        _tell = tell;
        _verbose = verbose;
    }

    /// <summary>Shows the progress of work until it ends.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="invocation">The call.</param>
    /// <param name="work">The work.</param>
    /// <returns>The result of the work.</returns>
    public static Task<T> ShowAsync<T>(Invocation invocation, Func<IStudyProgress, Task<T>> work)
    {
        var terminal = invocation.Terminal;
        if (invocation.Json || !terminal.IsInteractive)
        {
            return work(new StudyProgress(invocation.Json ? null : terminal.Output.WriteLine, invocation.Verbose));
        }

        var progress = new StudyProgress(null, invocation.Verbose);
        return terminal.Console.Live(new Text("")).AutoClear(true).StartAsync(async display =>
        {
            var running = work(progress);
            while (!running.IsCompleted)
            {
                display.UpdateTarget(new Markup($"[grey]{Markup.Escape(progress.Line)}[/]") { Overflow = Overflow.Ellipsis });
                display.Refresh();
                await Task.WhenAny(running, Task.Delay(Refresh, invocation.Environment.Time)).ConfigureAwait(false);
            }

            return await running.ConfigureAwait(false);
        });
    }

    /// <inheritdoc/>
    public void CatalogStarted(IReadOnlyList<string> databases) => Tell($"Reading the schema of {string.Join(", ", databases)}");

    /// <inheritdoc/>
    public void CatalogRead(SourceCatalog catalog, bool willProfile)
    {
        _tables = catalog.Tables.Count;
        if (willProfile)
        {
            Tell($"Looking at values of {Figures.Count(_tables, "table")}");
        }
    }

    /// <inheritdoc/>
    public void TableProfiled(TableSchema table, TableProfile? profile, string? reason)
    {
        lock (_gate)
        {
            _profiled++;
            _line = $"Looking at values: {_profiled} of {_tables} tables, {table.Name}";
            if (reason is not null)
            {
                _tell?.Invoke($"No look at the values of {table.FullName}: {reason}");
            }
            else if (_verbose)
            {
                _tell?.Invoke($"Looked at {Figures.Count(profile?.SampledRows ?? 0, "row")} of {table.FullName}");
            }
        }
    }

    private string Line
    {
        get
        {
            lock (_gate)
            {
                return _line;
            }
        }
    }

    private void Tell(string line)
    {
        lock (_gate)
        {
            _line = line;
            _tell?.Invoke(line);
        }
    }
}
