using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Ingot.Cli.Commands;

/// <summary>Makes options that take a number between two bounds.</summary>
internal static class NumberOption
{
    /// <summary>Makes an option; its value is null when it was not given.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="name">The option's name.</param>
    /// <param name="value">The name of its value in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="least">The smallest number that it takes.</param>
    /// <param name="most">The largest.</param>
    /// <returns>The option.</returns>
    public static Option<T?> Of<T>(string name, string value, string description, T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T> => new(name)
        {
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError($"'{text}' is not a number {Bounds(least, most)}, as {name} {value} wants it.");
                return null;
            },
            Description = description,
            HelpName = value,
        };

    private static string Bounds<T>(T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        most == T.MaxValue && least != T.MinValue ? $"from {Text(least)} on" : $"from {Text(least)} to {Text(most)}";

    private static string Text<T>(T number)
        where T : INumber<T> => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
