namespace Ingot.Definition;

/// <summary>An environment of a pipeline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lake">The lake: an absolute path, or a URL such as <c>s3://bucket/prefix</c>.</param>
/// <param name="Engine">The engine that runs the models.</param>
public sealed record EnvironmentDefinition(string Name, string Lake, EngineKind Engine);
