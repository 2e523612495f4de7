using System.CommandLine;
using Ingot.Cli.Commands;
using Ingot.Cli.Errors;
using Ingot.Definition;
using Ingot.Lakes;
using Ingot.MySql;
using Ingot.Runs;
using Spectre.Console;

namespace Ingot.Cli;

/// <summary>One call of a command: its options and where it writes.</summary>
internal sealed class Invocation
{
    private readonly ParseResult _parsed;
    private readonly CommonOptions _common;
    private string? _namedPipeline;

    public Invocation(ParseResult parsed, CommonOptions common, Terminal terminal, CliEnvironment environment)
    {
        _parsed = parsed;
        _common = common;
        Terminal = terminal;
        Environment = environment;
    }

    /// <summary>Where the command writes.</summary>
    public Terminal Terminal { get; }

    /// <summary>What surrounds the process.</summary>
    public CliEnvironment Environment { get; }

    /// <summary>The command's name.</summary>
    public string CommandName => _parsed.CommandResult.Command is IngotCommand command ? command.Name : "ingot";

    /// <summary>Whether one JSON document is wanted on the output.</summary>
    public bool Json => Value(_common.Json);

    /// <summary>Whether stack traces and reasons are wanted.</summary>
    public bool Verbose => Value(_common.Verbose);

    /// <summary>The folder that <c>--pipeline</c> names, or null.</summary>
    public string? PipelineOption => Value(_common.Pipeline);

    /// <summary>The environment that <c>--environment</c> names, or null.</summary>
    public string? EnvironmentOption => Value(_common.Environment);

    /// <summary>The lake that <c>--lake</c> names, or null.</summary>
    public string? LakeOption => Value(_common.Lake);

    /// <summary>The server that <c>--source</c> names, or null.</summary>
    public string? SourceOption => Value(_common.Source);

    /// <summary>The value of an option, or its type's default when it was not given.</summary>
    public T? Value<T>(Option<T> option) => _parsed.GetValue(option);

    /// <summary>The value of an argument, or its type's default when it was not given.</summary>
    public T? Value<T>(Argument<T> argument) => _parsed.GetValue(argument);

    /// <summary>What the command line and the process add to a definition.</summary>
    public DefinitionOptions DefinitionOptions => new()
    {
        CurrentFolder = Environment.CurrentFolder,
        Lake = LakeOption,
        Source = SourceOption,
        Variables = Environment.Variables,
    };

    /// <summary>What a session needs besides the definition.</summary>
    public SessionOptions SessionOptions => new()
    {
        IngotFolder = Environment.StateFolder,
        PasswordPrompt = Terminal.IsInteractive && !Json ? AskForPassword : null,
        Time = Environment.Time,
    };

    /// <summary>The folder of the pipeline.</summary>
    /// <param name="folder">The folder that the command's argument names, or null: <c>--pipeline</c>, else the default.</param>
    /// <returns>An absolute path.</returns>
    public string FindPipeline(string? folder) =>
        (folder ?? PipelineOption) is { } named ? Path.GetFullPath(named, Environment.CurrentFolder) : Environment.DefaultPipeline();

    /// <summary>Loads the pipeline's definition.</summary>
    /// <param name="folder">The folder that the command's argument names, or null: <c>--pipeline</c>, else the default.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="CommandFailedException">The definition has errors: all of them.</exception>
    public PipelineDefinition LoadDefinition(string? folder = null)
    {
        _namedPipeline = folder ?? PipelineOption;
        var result = DefinitionLoader.Load(FindPipeline(folder), EnvironmentOption, DefinitionOptions);
        return result.Definition ?? throw new CommandFailedException(ExitCode.Usage, [.. result.Errors.Select(ErrorReport.Of)]);
    }

    /// <summary>Finds the password of a server: in its URL, in the environment, else by asking when there is somebody to ask.</summary>
    /// <param name="url">The URL; its password when it has one.</param>
    /// <returns>The source; nothing was connected to yet.</returns>
    public MySqlSource OpenSource(MySqlSourceUrl url) => new(
        url,
        url.Password ?? Environment.Variables(MySqlSource.PasswordVariable) ?? (Terminal.IsInteractive && !Json ? AskForPassword(url) : null) ?? "");

    /// <summary>Opens what the steps of a pipeline share. Nothing is connected to yet.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <returns>The session; the caller disposes it.</returns>
    public PipelineSession OpenSession(PipelineDefinition definition) => new(definition, SessionOptions);

    /// <summary>Opens a lake that is there, for reading.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="PipelineException">There is no lake.</exception>
    public PipelineSession OpenLake(PipelineDefinition definition)
    {
        Lake.Open(definition.Environment.Lake);
        return OpenSession(definition);
    }

    /// <summary>Finds the password of a named source before progress takes the screen; asks for it when there is none and somebody to ask.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the password is known, or known to be none.</returns>
    public static async Task AskForPasswordAsync(PipelineSession session, CancellationToken cancellationToken)
    {
        if (!session.UsesPrivateServer)
        {
            await session.OpenSourceAsync(null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The common options of this call, as they are typed again; secrets are left out.</summary>
    /// <returns>The options, each with a space before it.</returns>
    public string RepeatedOptions()
    {
        var options = new (string Name, string? Value)[]
        {
            ("--pipeline", _namedPipeline ?? PipelineOption),
            ("--environment", EnvironmentOption),
            ("--lake", LakeOption),
            ("--source", SourceOption is null ? null : MySqlSourceUrl.Parse(SourceOption).ToString()),
        };
        return string.Concat(options.Where(option => option.Value is not null).Select(option => $" {option.Name} {ShellWord.Quote(option.Value!)}"));
    }

    private string? AskForPassword(MySqlSourceUrl url) =>
        Terminal.Console.Prompt(new TextPrompt<string>($"Password of {Markup.Escape(url.ToString())}:").Secret().AllowEmpty());
}
