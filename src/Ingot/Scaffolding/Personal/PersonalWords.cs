using System.Text;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Names;

namespace Ingot.Scaffolding.Personal;

/// <summary>The names that columns with personal data usually have. A name is split into words at underscores, blanks and capitals; a rule's words stand side by side, written apart or as one. Pure.</summary>
internal static class PersonalWords
{
    private static readonly HashSet<string> Text = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum"];
    private static readonly HashSet<string> Whole = ["int", "bigint", "decimal", "mediumint"];
    private static readonly HashSet<string> Times = ["date", "datetime", "timestamp", "year"];
    private static readonly HashSet<string> Addresses = ["inet4", "inet6", "int", "bigint", "varbinary", "binary"];

    // The first rule that fits wins: an email address is no postal address.
    private static readonly Rule[] Rules =
    [
        new(PersonalKind.Email, [Text], "email|e_mail|mail|correo|courriel|email_address|mail_address|emailadresse|mailadresse|correo_electronico|adresse_mail"),
        new(PersonalKind.IpAddress, [Text, Addresses], "ip|ip_address|ip_addr|ip_adresse|adresse_ip|direccion_ip|remote_addr|client_ip|user_ip|ipv4|ipv6"),
        new(PersonalKind.Card, [Text, Whole], "card_number|card_no|credit_card|credit_card_number|cc_number|pan|kreditkarte|kreditkartennummer|kartennummer|numero_tarjeta|tarjeta_credito|numero_carte|carte_bancaire"),
        new(PersonalKind.Account, [Text, Whole], "iban|bank_account|account_number|account_no|kontonummer|bankverbindung|konto_nr|cuenta_bancaria|numero_cuenta|numero_compte|compte_bancaire|clabe"),
        new(PersonalKind.NationalId, [Text, Whole], "ssn|social_security|national_id|passport|passport_number|tax_id|identity_card|driver_license|drivers_license|driving_licence|personalausweis|ausweisnummer|ausweis_nr|reisepass|passnummer|steuernummer|steuer_id|sozialversicherungsnummer|fuehrerschein|dni|nif|curp|cpf|pasaporte|seguridad_social|passeport|securite_sociale|carte_identite"),
        new(PersonalKind.BirthDate, [Text, Times, Whole], "birth_date|date_of_birth|dob|birth_day|birth_year|geburtsdatum|geburtstag|geburtsjahr|fecha_nacimiento|fecha_de_nacimiento|date_naissance|date_de_naissance"),
        new(PersonalKind.Phone, [Text, Whole], "phone|telephone|telefon|telefono|tel|mobile|mobil|handy|cell|cell_phone|celular|movil|fax|msisdn|phone_number|phone_no|telefonnummer|telefon_nr|mobilnummer|handynummer|rufnummer|faxnummer|numero_telefono|numero_telephone"),
        new(PersonalKind.Name, [Text], "user_name|login_name|nick_name|screen_name|member_name|benutzername|nombre_usuario|nom_utilisateur|first_name|last_name|middle_name|given_name|family_name|sur_name|full_name|maiden_name|fore_name|real_name|f_name|l_name|contact_name|customer_name|client_name|patient_name|person_name|employee_name|recipient_name|card_holder|account_holder|vorname|nachname|familienname|geburtsname|kundenname|ansprechpartner|empfaenger|kontoinhaber|apellido|apellidos|nombre_completo|primer_nombre|segundo_nombre|prenom|nom_famille|nom_de_famille|nom_complet|nom_client"),
        new(PersonalKind.Address, [Text, Whole], "address|address_1|address_2|address_line|street|street_address|house_number|post_code|postal_code|zip|zip_code|strasse|str|hausnummer|haus_nr|plz|postleitzahl|adresse|anschrift|wohnort|direccion|calle|domicilio|codigo_postal|rue|code_postal"),
    ];

    private static readonly HashSet<string> People =
    [
        "customer", "client", "user", "person", "people", "employee", "contact", "member", "patient", "student", "teacher", "actor", "author", "staff", "visitor", "guest", "passenger", "applicant",
        "kunde", "kunden", "benutzer", "mitarbeiter", "personen", "mitglied", "mitglieder", "ansprechpartner", "cliente", "usuario", "persona", "empleado", "contacto", "utilisateur", "personne", "employe", "abonne",
    ];

    private static readonly HashSet<string> NameAlone = ["name", "nombre", "nom"];

    // A word that makes another thing of it: when an email was sent, whether a number is confirmed, the kind of an address.
    private static readonly HashSet<string> LastWords =
    [
        "id", "ids", "uuid", "at", "on", "by", "count", "sent", "verified", "confirmed", "status", "state", "type", "kind", "enabled", "optin", "format", "template", "subject", "body", "label", "hash", "domain",
        "valid", "token", "length", "size", "class", "url", "path", "page", "view", "server", "port", "host", "flag", "preference", "date",
    ];

    private static readonly HashSet<string> FirstWords = ["is", "has", "allow", "send", "use", "num", "no", "count", "mac", "web", "url", "file", "memory", "data", "opt", "wants", "ist", "hat"];

    /// <summary>Finds the kind that a column's name speaks for.</summary>
    /// <param name="column">The column.</param>
    /// <param name="table">The table's name, or null.</param>
    /// <returns>The kind, or null.</returns>
    public static PersonalKind? Find(ColumnSchema column, string? table)
    {
        if (column.DataType is "inet4" or "inet6")
        {
            return PersonalKind.IpAddress;
        }

        if (column.ColumnType.StartsWith("tinyint(1)", StringComparison.Ordinal) || column.DataType == "bit")
        {
            return null;
        }

        var words = Split(column.Name);
        if (words.Count == 0 || (FirstWords.Contains(words[0]) && words.Count > 1))
        {
            return null;
        }

        var joined = $"_{string.Join('_', words)}_";
        foreach (var rule in Rules.Where(rule => rule.Types.Any(types => types.Contains(column.DataType))))
        {
            if (rule.Phrases.Any(phrase => joined.Contains(phrase, StringComparison.Ordinal) && (!LastWords.Contains(words[^1]) || joined.EndsWith(phrase, StringComparison.Ordinal))))
            {
                return rule.Kind;
            }
        }

        return table is not null && words.Count == 1 && NameAlone.Contains(words[0]) && Text.Contains(column.DataType) && Split(table) is [.., var last] && IsPeople(last)
            ? PersonalKind.Name
            : null;
    }

    /// <summary>Splits a name into words in lower case, in Latin letters.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The words.</returns>
    internal static IReadOnlyList<string> Split(string name)
    {
        var text = new StringBuilder();
        var previous = '_';
        foreach (var rune in name.EnumerateRunes())
        {
            foreach (var character in Transliteration.TryFind(rune, out var latin) ? latin : rune.IsAscii && Rune.IsLetterOrDigit(rune) ? rune.ToString() : "_")
            {
                var startsWord = (char.IsAsciiLetterUpper(character) && char.IsAsciiLetterLower(previous)) || (char.IsAsciiDigit(character) && char.IsAsciiLetter(previous) && previous is not 'v');
                text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(character));
                previous = character;
            }
        }

        return text.ToString().Split('_', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsPeople(string word) => People.Contains(word) || (word.EndsWith('s') && People.Contains(word[..^1])) || (word.EndsWith("es", StringComparison.Ordinal) && People.Contains(word[..^2]));

    private sealed record Rule
    {
        public Rule(PersonalKind kind, IReadOnlyList<HashSet<string>> types, string phrases)
        {
            Kind = kind;
            Types = types;
            Phrases = [.. phrases.Split('|').SelectMany(phrase => new[] { $"_{phrase}_", $"_{phrase.Replace("_", "", StringComparison.Ordinal)}_" }).Distinct()];
        }

        public PersonalKind Kind { get; }

        public IReadOnlyList<HashSet<string>> Types { get; }

        public IReadOnlyList<string> Phrases { get; }
    }
}
