using System.Text;
using Ingot.Definition.Yaml;

namespace Ingot.Definition.Values;

/// <summary>
/// Replaces <c>${NAME}</c> in the values of a definition by environment variables, and <c>${NAME:-text}</c> by the variable or else the text.
/// <c>$${</c> stands for <c>${</c> itself.
/// </summary>
internal sealed class Variables
{
    private readonly Func<string, string?> _read;
    private readonly DefinitionErrorList _errors;

    public Variables(Func<string, string?> read, DefinitionErrorList errors)
    {
        _read = read;
        _errors = errors;
    }

    /// <summary>Whether a text names a variable.</summary>
    public static bool HasAny(string text) => text.Contains("${", StringComparison.Ordinal);

    /// <summary>Replaces the variables of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mayBeAbsent">Whether a variable that is not set makes the value absent, rather than being an error.</param>
    /// <returns>The text; null when it is absent, or had an error, which was reported.</returns>
    public string? Expand(YamlScalar value, bool mayBeAbsent = false)
    {
        if (!HasAny(value.Text))
        {
            return value.Text;
        }

        var expanded = new StringBuilder();
        var missing = new List<string>();
        var rest = value.Text.AsSpan();
        while (rest.IndexOf("${", StringComparison.Ordinal) is >= 0 and var start)
        {
            if (start > 0 && rest[start - 1] == '$')
            {
                expanded.Append(rest[..start]).Append('{');
                rest = rest[(start + 2)..];
                continue;
            }

            var end = rest[start..].IndexOf('}');
            var parts = end < 0 ? [""] : rest[(start + 2)..(start + end)].ToString().Split(":-", 2);
            var name = parts[0];
            if (!IsName(name))
            {
                _errors.Add("INGOT1009", value.Place, "`${` starts the name of an environment variable here, and no name and `}` follow.", "Write `${NAME}` or `${NAME:-default}`: letters, digits and underscores, not starting with a digit.");
                return null;
            }

            expanded.Append(rest[..start]);
            var set = _read(name);
            if ((string.IsNullOrEmpty(set) ? parts.ElementAtOrDefault(1) : set) is { Length: > 0 } text)
            {
                expanded.Append(text);
            }
            else if (!missing.Contains(name))
            {
                missing.Add(name);
            }

            rest = rest[(start + end + 1)..];
        }

        if (missing.Count == 0)
        {
            return expanded.Append(rest).ToString();
        }

        if (!mayBeAbsent)
        {
            var names = string.Join(" and ", missing);
            _errors.Add("INGOT1011", value.Place, $"The environment variable{(missing.Count == 1 ? "" : "s")} {names} {(missing.Count == 1 ? "is" : "are")} not set or empty.", $"Set {names}, or write the value here.");
        }

        return null;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
