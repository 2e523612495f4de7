namespace Ingot.Landing;

/// <summary>A full load of one table that lies complete in landing.</summary>
/// <param name="LoadId">The load's id.</param>
/// <param name="Files">Its files, in the order of their names.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="PositionJson">The source's position.</param>
public sealed record LandingLoad(string LoadId, IReadOnlyList<LandingFile> Files, long Rows, string PositionJson);
