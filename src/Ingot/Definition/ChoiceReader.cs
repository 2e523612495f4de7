using Ingot.Definition.Keys;
using Ingot.Definition.Values;
using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads a value that is one of a few.</summary>
internal static class ChoiceReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="node">The value, or null when the key is not there.</param>
    /// <param name="key">Its key.</param>
    /// <param name="variables">Replaces environment variables; null where a file has none.</param>
    /// <param name="errors">Takes the error.</param>
    /// <returns>The choice, or null when there is none or it had an error.</returns>
    public static string? Read(YamlNode? node, DefinitionKey key, Variables? variables, DefinitionErrorList errors)
    {
        if (node is not YamlScalar value || (value.IsNull && !key.Choices.Contains(value.Text)))
        {
            return null;
        }

        var text = variables is null ? value.Text : variables.Expand(value);
        if (text is null || key.Choices.Contains(text))
        {
            return text;
        }

        var choices = string.Join(", ", key.Choices.Select(choice => $"`{choice}`"));
        errors.Add("INGOT1009", value.Place, $"'{key.Name}' is one of {choices}, and this is '{value.Text}'.", NearestNames.Sentence(text, key.Choices));
        return null;
    }
}
