namespace Ingot.PrivateServer;

/// <summary>Something that the user may want to know while the private server comes up.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">One sentence without secrets.</param>
public sealed record PrivateServerNotice(PrivateServerNoticeKind Kind, string Message);
