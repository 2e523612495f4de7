using System.CommandLine;
using Ingot.Cli.Commands;
using Ingot.Cli.Errors;
using Ingot.Definition;

namespace Ingot.Cli;

/// <summary>One call of a command: its options and where it writes.</summary>
internal sealed class Invocation
{
    private readonly ParseResult _parsed;
    private readonly CommonOptions _common;

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

    /// <summary>Loads the pipeline's definition.</summary>
    /// <param name="folder">The folder that the command's argument names, or null: <c>--pipeline</c>, else the default.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="CommandFailedException">The definition has errors: all of them.</exception>
    public PipelineDefinition LoadDefinition(string? folder = null)
    {
        var named = folder ?? PipelineOption;
        var path = named is null ? Environment.DefaultPipeline() : Path.GetFullPath(named, Environment.CurrentFolder);
        var options = new DefinitionOptions
        {
            CurrentFolder = Environment.CurrentFolder,
            Lake = LakeOption,
            Source = SourceOption,
            Variables = Environment.Variables,
        };
        var result = DefinitionLoader.Load(path, EnvironmentOption, options);
        return result.Definition ?? throw new CommandFailedException(ExitCode.Usage, [.. result.Errors.Select(ErrorReport.Of)]);
    }
}
