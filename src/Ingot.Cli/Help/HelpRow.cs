namespace Ingot.Cli.Help;

/// <summary>A row of a help section. A class, so that sequences of it are compiled ahead.</summary>
/// <param name="Label">What is typed.</param>
/// <param name="Text">What it means.</param>
internal sealed record HelpRow(string Label, string Text);
