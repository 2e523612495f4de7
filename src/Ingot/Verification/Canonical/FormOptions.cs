namespace Ingot.Verification.Canonical;

/// <summary>What the canonical forms of one comparison depend on.</summary>
/// <param name="Digest">What stands for values that can be long.</param>
/// <param name="Doubles">How the server writes a DOUBLE inside an expression.</param>
internal sealed record FormOptions(Digest Digest, DoubleText Doubles);
