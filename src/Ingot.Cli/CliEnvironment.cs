namespace Ingot.Cli;

/// <summary>What a command takes from the process around it.</summary>
/// <param name="CurrentFolder">The current folder.</param>
/// <param name="HomeFolder">The folder of Ingot itself, with the demo's pipeline and the private server: the repository when the launcher starts the command, else the current folder.</param>
/// <param name="Variables">Gives the value of an environment variable, or null when it is not set.</param>
/// <param name="Time">The clock.</param>
internal sealed record CliEnvironment(string CurrentFolder, string HomeFolder, Func<string, string?> Variables, TimeProvider Time)
{
    /// <summary>The folder of the private server and of what Ingot keeps between commands.</summary>
    public string StateFolder => Path.Combine(HomeFolder, ".ingot");

    /// <summary>How the program is called, for commands that are shown to be typed.</summary>
    public string ProgramName { get; init; } = "ingot";

    /// <summary>The environment of this process.</summary>
    /// <returns>The environment.</returns>
    public static CliEnvironment OfProcess()
    {
        var current = Environment.CurrentDirectory;
        return new CliEnvironment(current, Environment.GetEnvironmentVariable("INGOT_HOME") ?? current, Environment.GetEnvironmentVariable, TimeProvider.System)
        {
            ProgramName = ShellWord.Quote(Environment.GetEnvironmentVariable("INGOT_PROGRAM") ?? "ingot"),
        };
    }

    /// <summary>The pipeline that a command works on when none is named: the current folder when it is one, else the demo.</summary>
    /// <returns>An absolute path.</returns>
    public string DefaultPipeline()
    {
        const string demo = "pipelines/sales";
        if (File.Exists(Path.Combine(CurrentFolder, "ingot.yaml")))
        {
            return CurrentFolder;
        }

        var here = Path.Combine(CurrentFolder, demo);
        return Directory.Exists(here) ? here : Path.Combine(HomeFolder, demo);
    }
}
