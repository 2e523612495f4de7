namespace Ingot.MySql;

/// <summary>A source with everything that a connection needs. Immutable; its text holds no password.</summary>
/// <param name="Url">The parsed URL.</param>
/// <param name="Password">The password, or an empty text for none.</param>
public sealed record MySqlSource(MySqlSourceUrl Url, string Password)
{
    /// <summary>The environment variable that holds the password when the URL has none.</summary>
    public const string PasswordVariable = "INGOT_SOURCE_PASSWORD";

    /// <summary>How long a connection may take to open. Default 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Parses a URL and finds the password: in the URL, else in <c>INGOT_SOURCE_PASSWORD</c>, else from the prompt, else none.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="prompt">Asks the user for the password of the URL's account, or null when there is nobody to ask; it may return null.</param>
    /// <param name="environment">Reads an environment variable; null: the process's own.</param>
    /// <returns>The source.</returns>
    /// <exception cref="MySqlSourceException">A part of the URL is wrong.</exception>
    public static MySqlSource Parse(string url, Func<MySqlSourceUrl, string?>? prompt = null, Func<string, string?>? environment = null)
    {
        var parsed = MySqlSourceUrl.Parse(url);
        var password = parsed.Password ?? (environment ?? Environment.GetEnvironmentVariable)(PasswordVariable) ?? prompt?.Invoke(parsed) ?? "";
        return new MySqlSource(parsed, password);
    }

    /// <inheritdoc/>
    public override string ToString() => Url.ToString();
}
