using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Source;
using Ingot.Scaffolding.Updating;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot new</c>: writes a pipeline for a database, or adds what is new in the database to one.</summary>
internal sealed class NewCommand : IngotCommand
{
    private readonly Argument<string> _name = new("NAME")
    {
        Description = "The folder to write, inside the current one; its last part is the pipeline's name.",
    };

    private readonly Option<string?> _from = new("--from") { HelpName = "URL", Description = "The database: mysql://user@host:3306/db, or several: …/db,db2. Its password: INGOT_SOURCE_PASSWORD, or a prompt." };

    private readonly Option<string?> _tables = new("--tables") { HelpName = "PATTERNS", Description = "The tables to take, such as 'sales*,!*_log'. Default: all." };

    private readonly Option<bool> _noProfile = new("--no-profile") { Description = "Do not look at values: only the schema is read." };

    private readonly Option<bool> _force = new("--force") { Description = "Take the place of a folder that is there; it is kept under another name." };

    private readonly Option<bool> _update = new("--update") { Description = "Add what is new in the source to a pipeline that is there. The difference is shown first; no line that you wrote changes." };

    private readonly Option<bool> _yes = new("--yes") { Description = "With --update: write without asking." };

    public NewCommand()
        : base("new", "Write a pipeline for a database: definition, silver models, gold starters, README.")
    {
        Arguments.Add(_name);
        Options.Add(_from);
        Options.Add(_tables);
        Options.Add(_noProfile);
        Options.Add(_force);
        Options.Add(_update);
        Options.Add(_yes);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot new mypipe --from mysql://me@db.example:3306/shop", "a pipeline for all tables of a database"),
        new("ingot new mypipe --from mysql://me@db:3306/shop,crm --tables 'sales*,!*_log'", "for some tables of two databases"),
        new("ingot new mypipe --update", "what is new in its database; asks before it writes"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var place = PipelinePlace.Parse(invocation.Value(_name)!, invocation.Environment.CurrentFolder);
        if (invocation.Value(_update))
        {
            return await UpdateAsync(invocation, place, cancellationToken).ConfigureAwait(false);
        }

        var force = invocation.Value(_force);
        var started = invocation.Environment.Time.GetTimestamp();
        DraftWriter.Check(place, force);
        var address = SourceAddress.Parse(invocation.Value(_from) ?? invocation.SourceOption ?? throw NoSource());
        var selection = TableSelection.Parse(invocation.Value(_tables) ?? "");
        var source = invocation.OpenSource(address.Url);
        var study = await StudyProgress.ShowAsync(invocation, progress =>
            SourceStudy.LoadAsync(source, address.Url.Databases, selection, !invocation.Value(_noProfile), progress, cancellationToken)).ConfigureAwait(false);
        var draft = PipelineDraft.Build(study.Catalog, study.Profiles, new DraftOptions { Name = place.Name, SourceUrl = address.Text, Selection = selection.Text });
        var kept = DraftWriter.Write(place, draft.Files, force);
        var needsPassword = source.Password.Length > 0 && string.IsNullOrEmpty(invocation.Environment.Variables(MySql.MySqlSource.PasswordVariable));
        NewView.Write(invocation, place, draft, kept, needsPassword, invocation.Environment.Time.GetElapsedTime(started));
        return ExitCode.Ok;
    }

    private async Task<ExitCode> UpdateAsync(Invocation invocation, PipelinePlace place, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(place.Folder, DefinitionLoader.FileName)))
        {
            throw new PipelineException("INGOT1055", $"There is no pipeline at '{place.Shown}' to update.", $"Without --update, `ingot new {place.Shown} --from mysql://user@host:3306/database` writes one.");
        }

        var started = invocation.Environment.Time.GetTimestamp();
        var definition = invocation.LoadDefinition(place.Folder);
        var address = SourceAddress.Parse(invocation.Value(_from) ?? definition.Source.Url ?? throw NoSource());
        var selection = TableSelection.Parse(invocation.Value(_tables) ?? UpdatePlanner.SelectionOf(place.Folder));
        var databases = definition.Tables.Select(table => table.Schema).Concat(address.Url.Databases).Distinct(StringComparer.Ordinal).ToList();
        var source = invocation.OpenSource(address.Url);
        var study = await StudyProgress.ShowAsync(invocation, progress =>
            SourceStudy.LoadAsync(source, databases, TableSelection.All, !invocation.Value(_noProfile), progress, cancellationToken)).ConfigureAwait(false);
        var update = UpdatePlanner.Plan(definition, study, selection, new DraftOptions { Name = place.Name, SourceUrl = address.Text });
        UpdateView.WriteDifference(invocation, place, update);
        var write = update.Changes.Count > 0 && (invocation.Value(_yes) || UpdateView.Ask(invocation));
        if (write)
        {
            update.Write(place.Folder);
        }

        UpdateView.WriteEnd(invocation, place, update, write, invocation.Environment.Time.GetElapsedTime(started));
        return ExitCode.Ok;
    }

    private static CommandFailedException NoSource() => new(ExitCode.Usage, [new ErrorReport(UsageErrors.Code, "`ingot new` needs the database that the pipeline is for.", "Name it: `--from mysql://user@host:3306/database`.")]);
}
