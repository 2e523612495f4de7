namespace Ingot.MySql;

/// <summary>The error of everything that talks to a MySQL or MariaDB source. Its message holds no secret and no row.</summary>
public sealed class MySqlSourceException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">A code of <see cref="MySqlErrorCodes"/>.</param>
    /// <param name="message">What failed, on which named thing, expected and got.</param>
    /// <param name="nextStep">What the user can do next, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <param name="isTransient">Whether the same call may succeed later without a change by the user.</param>
    public MySqlSourceException(string code, string message, string? nextStep = null, Exception? innerException = null, bool isTransient = false)
        : base(message, innerException)
    {
        Code = code;
        NextStep = nextStep;
        IsTransient = isTransient;
    }

    /// <summary>The stable code, INGOT3xxx.</summary>
    public string Code { get; }

    /// <summary>What the user can do next, one sentence, or null.</summary>
    public string? NextStep { get; }

    /// <summary>Whether the same call may succeed later without a change by the user.</summary>
    public bool IsTransient { get; }

    /// <summary>The error number that the server sent, or 0.</summary>
    public int ServerErrorNumber { get; init; }
}
