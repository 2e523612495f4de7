using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>The mark at the start of a line, as markup; words of one width where the output has no Unicode.</summary>
internal static class StatusMark
{
    public static string Good(IAnsiConsole console) => console.Profile.Capabilities.Unicode ? "[green]✓[/]" : "[green]+[/]";

    public static string Warning() => "[yellow]![/]";

    public static string Bad(IAnsiConsole console) => console.Profile.Capabilities.Unicode ? "[red]✗[/]" : "[red]x[/]";
}
