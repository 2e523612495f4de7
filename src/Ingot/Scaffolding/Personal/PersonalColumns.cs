using Ingot.MySql;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Scaffolding.Personal;

/// <summary>Guesses which columns hold personal data.</summary>
public static class PersonalColumns
{
    /// <summary>Looks at a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="profile">What its values have in common, or null.</param>
    /// <returns>The finding, or null when nothing speaks for personal data.</returns>
    public static PersonalFinding? Find(ColumnSchema column, ColumnProfile? profile)
    {
        ArgumentNullException.ThrowIfNull(column);
        return profile?.PersonalByContent is { } kind ? new PersonalFinding(kind, "by its values") : null;
    }
}
