using System.CommandLine;
using System.Globalization;

namespace Ingot.Cli.Commands;

/// <summary>An option that takes a number between two bounds. Its symbol holds text, so that everything about it is compiled ahead; a mistake is found while parsing.</summary>
internal sealed class NumberOption
{
    private readonly NumberStyles _style;

    private NumberOption(string name, string value, string description, decimal least, decimal most, NumberStyles style)
    {
        _style = style;
        Symbol = new Option<string?>(name) { Description = description, HelpName = value };
        Symbol.Validators.Add(result =>
        {
            var text = result.Tokens is [var token, ..] ? token.Value : "";
            if (text.Length > 0 && !(decimal.TryParse(text, _style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            {
                result.AddError($"'{text}' is not a {(style == NumberStyles.AllowLeadingSign ? "whole " : "")}number from {Text(least)} to {Text(most)}, as {name} {value} wants it.");
            }
        });
    }

    /// <summary>The option of the command line.</summary>
    public Option<string?> Symbol { get; }

    /// <summary>Makes an option for whole numbers.</summary>
    public static NumberOption Whole(string name, string value, string description, long least, long most) =>
        new(name, value, description, least, most, NumberStyles.AllowLeadingSign);

    /// <summary>Makes an option for any number.</summary>
    public static NumberOption Any(string name, string value, string description, decimal least, decimal most) =>
        new(name, value, description, least, most, NumberStyles.Float);

    /// <summary>The number of a call, or null when the option was not given.</summary>
    /// <param name="invocation">The call.</param>
    /// <returns>A number within the bounds.</returns>
    public decimal? Of(Invocation invocation) =>
        invocation.Value(Symbol) is { } text ? decimal.Parse(text, _style, CultureInfo.InvariantCulture) : null;

    private static string Text(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
