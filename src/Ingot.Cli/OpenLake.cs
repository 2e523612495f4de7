using Ingot.Definition;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;

namespace Ingot.Cli;

/// <summary>A lake that is open for reading, with the engine that reads it. Disposal ends the engine and removes what it spilled.</summary>
internal sealed class OpenLake : IDisposable
{
    private readonly DuckDbDatabase _database;

    private OpenLake(LakeTables tables, DuckDbDatabase database)
    {
        Tables = tables;
        _database = database;
    }

    /// <summary>The tables of the lake.</summary>
    public LakeTables Tables { get; }

    /// <summary>The engine.</summary>
    public DuckDbDatabase Database => _database;

    /// <summary>Opens the lake of a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The lake; the caller disposes it.</returns>
    /// <exception cref="PipelineException">There is no lake, or it cannot be read.</exception>
    public static OpenLake Of(PipelineDefinition definition, TimeProvider time)
    {
        var lake = Lake.Open(definition.Environment.Lake);
        var spill = Path.Combine(Path.GetTempPath(), $"ingot-{Guid.NewGuid():N}");
        var database = DuckDbDatabase.Open(definition.ModelMemoryInBytes, spill);
        return new OpenLake(new LakeTables(lake, new DuckDbParquet(database.OpenConnection), time), database);
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
