using System.Globalization;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Scaffolding.Personal;

/// <summary>Guesses which columns hold personal data, by their names in English, German, Spanish and French, and by their values.</summary>
public static class PersonalColumns
{
    private static readonly Dictionary<PersonalKind, string> Plurals = new()
    {
        [PersonalKind.Email] = "email addresses",
        [PersonalKind.Phone] = "telephone numbers",
        [PersonalKind.Card] = "card numbers with a right check digit",
        [PersonalKind.Account] = "IBANs with right check digits",
        [PersonalKind.IpAddress] = "IP addresses",
    };

    /// <summary>Looks at a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="profile">What its values have in common, or null.</param>
    /// <param name="table">Its table, or null: a column <c>name</c> holds names of people in <c>customers</c>, and not in <c>products</c>.</param>
    /// <returns>The finding, or null when nothing speaks for personal data.</returns>
    public static PersonalFinding? Find(ColumnSchema column, ColumnProfile? profile, TableSchema? table = null)
    {
        ArgumentNullException.ThrowIfNull(column);
        var byName = PersonalWords.Find(column, table?.Name);
        if (profile?.PersonalByContent is not { } kind)
        {
            return byName is { } named ? new PersonalFinding(named, "by its name") : null;
        }

        // A telephone number has little of its own: other numbers are written so too, and the name knows better.
        if (kind == PersonalKind.Phone && byName is { } known && known != kind)
        {
            return new PersonalFinding(known, "by its name");
        }

        var share = string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(profile.PersonalShare * 100):0} % of the sampled values are {Plurals.GetValueOrDefault(kind, "such")}");
        return new PersonalFinding(kind, byName == kind ? $"by its name, and {share}" : share);
    }
}
