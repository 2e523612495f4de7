namespace Ingot.Cli.Commands;

/// <summary>An example in a command's help.</summary>
/// <param name="Line">What is typed.</param>
/// <param name="Meaning">What it does, a few words.</param>
internal sealed record CommandExample(string Line, string Meaning);
