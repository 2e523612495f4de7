namespace Ingot;

/// <summary>A stable code that an error carries.</summary>
/// <param name="Code">The code: <c>INGOT</c> and four digits.</param>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Meaning">When it happens and what the user does about it, in one or two sentences.</param>
public sealed record ErrorCode(string Code, string Title, string Meaning);
