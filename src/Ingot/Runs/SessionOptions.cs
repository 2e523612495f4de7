using Ingot.MySql;

namespace Ingot.Runs;

/// <summary>What a pipeline session needs besides the definition.</summary>
public sealed record SessionOptions
{
    /// <summary>The folder of what belongs to this checkout: the private server, spilled data. Absolute; made when it is absent.</summary>
    public required string IngotFolder { get; init; }

    /// <summary>Asks the user for the password of an account whose URL has none and for which the environment has none; null when there is nobody to ask.</summary>
    public Func<MySqlSourceUrl, string?>? PasswordPrompt { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
