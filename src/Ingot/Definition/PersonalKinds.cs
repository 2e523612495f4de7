namespace Ingot.Definition;

/// <summary>The names of kinds of personal data in definitions and in the metadata of tables.</summary>
public static class PersonalKinds
{
    /// <summary>The entry of a field's metadata that holds the kind.</summary>
    public const string MetadataKey = "ingot.personal";

    private static readonly (PersonalKind Kind, string Name)[] Known =
    [
        (PersonalKind.Email, "email"),
        (PersonalKind.Phone, "phone"),
        (PersonalKind.Name, "name"),
        (PersonalKind.Address, "address"),
        (PersonalKind.Card, "card"),
        (PersonalKind.Account, "account"),
        (PersonalKind.BirthDate, "birth_date"),
        (PersonalKind.NationalId, "national_id"),
        (PersonalKind.IpAddress, "ip_address"),
        (PersonalKind.Other, "other"),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(known => known.Name)];

    /// <summary>The name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its name, such as <c>birth_date</c>.</returns>
    public static string NameOf(PersonalKind kind) => Known.Single(known => known.Kind == kind).Name;

    /// <summary>The kind of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The kind, or null when it is none.</returns>
    public static PersonalKind? TryParse(string name) => Known.Where(known => known.Name == name).Select(known => (PersonalKind?)known.Kind).FirstOrDefault();
}
