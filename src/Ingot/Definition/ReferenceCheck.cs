namespace Ingot.Definition;

/// <summary>Checks that a reference has as many columns as the table it names.</summary>
internal static class ReferenceCheck
{
    /// <summary>Checks a reference.</summary>
    /// <param name="rule">The reference.</param>
    /// <param name="key">The other table's key where the rule does not know it, empty when it has none; null when it is not known.</param>
    /// <param name="errors">Takes the error.</param>
    /// <returns>Whether it fits, as far as that is known.</returns>
    public static bool CheckCount(ReferenceRule rule, IReadOnlyList<string>? key, DefinitionErrorList errors)
    {
        if (rule.TargetColumns(key) is not { } target || target.Count == rule.Columns.Count)
        {
            return true;
        }

        if (target.Count == 0)
        {
            errors.Add("INGOT1035", rule.TablePlace, $"{rule.Table} has no key to refer to.", $"Name the columns that are meant: `to: [{string.Join(", ", rule.Columns)}]`, or give {rule.Table} a key.");
            return false;
        }

        var named = rule.To is null ? $"the key of {rule.Table} has {Count(target.Count)}: {string.Join(", ", target)}" : $"`to` has {Count(target.Count)}";
        errors.Add("INGOT1035", rule.Columns[0].Place, $"The reference has {Count(rule.Columns.Count)}, and {named}.", "Name as many, in the same order.");
        return false;
    }

    private static string Count(int count) => count == 1 ? "1 column" : $"{count} columns";
}
