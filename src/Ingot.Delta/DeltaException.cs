namespace Ingot.Delta;

/// <summary>The one error of this library. The message names the table or file, what was expected and found, and the next step.</summary>
public class DeltaException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">One of <see cref="DeltaErrorCode"/>.</param>
    /// <param name="message">What failed, on which named thing, expected and got, the next step.</param>
    /// <param name="innerException">The cause, or null.</param>
    public DeltaException(string code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
    }

    /// <summary>The stable code, for example <c>INGOT4003</c>.</summary>
    public string Code { get; }

    /// <summary>Whether the same call may succeed later without a change by the user. Only storage failures are.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The names of the table features that stand in the way (<see cref="DeltaErrorCode.UnsupportedFeature"/>); else empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];
}
