namespace Ingot.Scaffolding.Drafting;

/// <summary>The names of columns that say when or by whom a row was written, and of those that hold secrets, in English, German, Spanish and French.</summary>
internal static class TechnicalWords
{
    private static readonly HashSet<string> MadeVerbs = Set("create created creation add added insert inserted erstellt erstellung angelegt anlage creado creada creacion cree creee");

    private static readonly HashSet<string> WrittenVerbs = Set(
        "update updated change changed modify modified modification edit edited delete deleted deletion remove removed sync synced import imported "
        + "geaendert aenderung aktualisiert aktualisierung geloescht loeschung actualizado actualizada actualizacion modificado modificada modificacion eliminado borrado borrada modifie modifiee supprime supprimee suppression");

    private static readonly HashSet<string> Marks = Set("at on by time date datetime timestamp ts dt user userid am um von datum zeit en el por fecha hora usuario le par la heure utilisateur");

    private static readonly HashSet<string> Names = Set(
        "timestamp creator author_ts last_update last_updated last_change last_changed last_modified last_modification loaded_at update version row_version rowversion lock_version revision etag checksum row_hash sync_id "
        + "createdate createtime createdat updatedate updatetime updatedat deletedat modifieddate changedate erstelldatum erstellungsdatum anlagedatum aenderungsdatum letzte_aenderung "
        + "ultima_actualizacion ultima_modificacion derniere_modification date_mise_a_jour date_maj maj");

    private static readonly HashSet<string> MadeNames = Set("timestamp createdate createtime createdat erstelldatum erstellungsdatum anlagedatum");

    private static readonly string[] Times = ["time", "date", "stamp", "datum", "zeit", "fecha", "hora", "visit", "expir"];

    private static readonly HashSet<string> Secrets = Set("token password passwd pwd pw passphrase passwort kennwort contrasena clave mdp secret salt otp apikey password_hash");
    private static readonly string[] SecretPhrases = ["_api_key_", "_private_key_", "_secret_key_", "_mot_de_passe_", "_pass_word_", "_access_token_", "_refresh_token_", "_reset_token_", "_remember_token_", "_auth_token_", "_api_token_", "_session_token_"];

    /// <summary>Whether a column says when or by whom a row was written.</summary>
    public static bool IsTechnical(string name)
    {
        var snake = Words.Snake(name);
        return Names.Contains(snake) || IsOf(snake, MadeVerbs) || IsOf(snake, WrittenVerbs);
    }

    /// <summary>Whether a column says when a row was made.</summary>
    public static bool IsCreation(string name) => Words.Snake(name) is var snake && (MadeNames.Contains(snake) || IsOf(snake, MadeVerbs));

    /// <summary>Whether a name is that of a time: <c>poster_time</c>, <c>regdate</c>, <c>expires</c>.</summary>
    public static bool IsTime(string name) =>
        IsTechnical(name) || Words.Snake(name).Split('_', StringSplitOptions.RemoveEmptyEntries).Any(word => word is "at" or "on" or "ts" or "start" or "end" or "login" or "visit" or "expires" or "until" or "since"
            || Times.Any(time => word.StartsWith(time, StringComparison.Ordinal) || word.EndsWith(time, StringComparison.Ordinal)));

    /// <summary>Whether a text holds a password, its hash, or another secret.</summary>
    public static bool IsSecret(ColumnDraft column)
    {
        if (column.SparkType is not ("string" or "binary"))
        {
            return false;
        }

        var snake = Words.Snake(column.Name);
        var words = snake.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => Secrets.Contains(word) || word.EndsWith("passwd", StringComparison.Ordinal) || word.EndsWith("password", StringComparison.Ordinal) || word is "actkey") && !words.Any(word => word is "hint" or "policy" or "type" or "question" or "id")
            || words is [.., "pass"] && words.Length > 1
            || SecretPhrases.Any($"_{snake}_".Contains);
    }

    // A verb alone, or with words beside it that say that it is about a time or a person: created, created_at, date_created, last_change_user_id.
    private static bool IsOf(string snake, HashSet<string> verbs)
    {
        var words = snake.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Where(word => !verbs.Contains(word)).ToList();
        return rest.Count == words.Length - 1 && (rest.Exists(Marks.Contains) || words is [[.., 'e', 'd']])
            && rest.TrueForAll(word => Marks.Contains(word) || word is "last" or "id" or "utc" or "gmt");
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
