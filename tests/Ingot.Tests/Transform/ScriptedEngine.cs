using Ingot.Delta.Schema;
using Ingot.Engines;
using Ingot.Engines.DuckDb;
using Ingot.Quality;
using Ingot.Transform;

namespace Ingot.Tests.Transform;

/// <summary>An engine whose models' rows are given by a DuckDB query of a column <c>id</c>, and whose counts a test decides.</summary>
internal sealed class ScriptedEngine(DuckDbDatabase database) : IModelEngine
{
    public Dictionary<string, string> Queries { get; } = [];

    public Dictionary<string, ExpectationResult> Counts { get; } = [];

    public HashSet<string> Broken { get; } = [];

    public List<string> Computed { get; } = [];

    public Task<ModelOutput> ComputeAsync(ModelComputation computation, CancellationToken cancellationToken)
    {
        var name = computation.Model.Name;
        lock (Computed)
        {
            Computed.Add(name);
        }

        using var connection = database.OpenConnection();
        var query = Queries.GetValueOrDefault(name, "SELECT 1::BIGINT AS id");
        var files = ResultFiles.Write(connection, query, computation.TableFolder, computation.RunFolder, "256MB");
        return Broken.Contains(name)
            ? throw new PipelineException("INGOT5001", $"{name} is broken")
            : Task.FromResult(new ModelOutput(
                new StructType(new StructField("id", PrimitiveType.Long)),
                [.. files.Select(file => file.Path)],
                files.Sum(file => file.Rows),
                0,
                Counts.TryGetValue(name, out var count) ? [count] : []));
    }
}
