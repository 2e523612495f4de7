namespace Ingot.Delta.Log;

/// <summary>A checkpoint of which all parts are there.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Files">Its files, in the order of the parts.</param>
internal sealed record CheckpointFiles(long Version, IReadOnlyList<LogFile> Files)
{
    public override string ToString() => Files[0].File.Path;
}
