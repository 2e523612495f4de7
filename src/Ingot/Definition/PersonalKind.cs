namespace Ingot.Definition;

/// <summary>The kind of personal data that a column holds.</summary>
public enum PersonalKind
{
    /// <summary>An email address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A person's name, whole or a part.</summary>
    Name,

    /// <summary>A postal address, whole or a part.</summary>
    Address,

    /// <summary>The number of a payment card.</summary>
    Card,

    /// <summary>The number of a bank account, an IBAN too.</summary>
    Account,

    /// <summary>A date of birth.</summary>
    BirthDate,

    /// <summary>A number that a state gives to a person: identity card, passport, social security, tax.</summary>
    NationalId,

    /// <summary>An IP address.</summary>
    IpAddress,

    /// <summary>Another kind.</summary>
    Other,
}
