using Ingot.Definition;
using Ingot.Delta.Parquet;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.MySql;
using Ingot.PrivateServer;
using Ingot.Replication;

namespace Ingot.Runs;

/// <summary>What the steps of a pipeline share in one process: the lake, the one DuckDB instance, the source. Each is opened when it is first asked for. Dispose it last.</summary>
public sealed class PipelineSession : IAsyncDisposable
{
    /// <summary>Adopting needs little: the goal is a peak of 512 MB for the process.</summary>
    private const long AdoptionMemoryInBytes = 256_000_000;

    private readonly SessionOptions _options;
    private readonly Lazy<Lake> _lake;
    private readonly Lazy<DuckDbDatabase> _database;
    private readonly Lazy<IParquetEngine> _parquet;
    private readonly SemaphoreSlim _sourceGate = new(1);
    private MySqlSource? _source;
    private PrivateServerLease? _lease;

    /// <summary>Makes a session; nothing is opened yet.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="options">What it needs besides.</param>
    public PipelineSession(PipelineDefinition definition, SessionOptions options)
    {
        Definition = definition;
        _options = options;
        _lake = new Lazy<Lake>(() => Lake.OpenOrCreate(definition.Environment.Lake));
        _database = new Lazy<DuckDbDatabase>(OpenDatabase);
        _parquet = new Lazy<IParquetEngine>(() => new DuckDbParquet(Database.OpenConnection));
    }

    /// <summary>The pipeline.</summary>
    public PipelineDefinition Definition { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>Whether the source is the private server, because neither the definition nor the command names one.</summary>
    public bool UsesPrivateServer => Definition.Source.Url is null;

    /// <summary>The lake; made when it is not there.</summary>
    /// <exception cref="PipelineException">The folder is not a lake, or cannot be made.</exception>
    public Lake Lake => _lake.Value;

    /// <summary>The tables of the lake.</summary>
    public LakeTables Tables => new(Lake, Parquet, Time);

    /// <summary>The one DuckDB instance of the process, with the macros of Spark's functions.</summary>
    public DuckDbDatabase Database => _database.Value;

    /// <summary>Reads footers and checkpoints.</summary>
    public IParquetEngine Parquet => _parquet.Value;

    /// <summary>Gives the source; starts the private server when none is named.</summary>
    /// <param name="observer">Hears when a server is installed or started; or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The source with its password; nothing was connected to yet.</returns>
    /// <exception cref="PipelineException">There is no private server to be had.</exception>
    /// <exception cref="MySqlSourceException">A part of the URL is wrong.</exception>
    public async Task<MySqlSource> OpenSourceAsync(IRunObserver? observer, CancellationToken cancellationToken)
    {
        await _sourceGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_source is null)
            {
                _lease = UsesPrivateServer
                    ? await PrivateMariaDb.AcquireAsync(_options.IngotFolder, new Notices(observer), cancellationToken).ConfigureAwait(false)
                    : null;
                _source = MySqlSource.Parse(_lease?.Url.AbsoluteUri ?? Definition.Source.Url!, _options.PasswordPrompt);
            }

            return _source;
        }
        finally
        {
            _sourceGate.Release();
        }
    }

    /// <summary>Gives the engine the memory that a load may take.</summary>
    internal void UseReplicationMemory() => Database.SetMemory(Replicator.EngineMemoryInBytes);

    /// <summary>Gives the engine the memory that adopting may take.</summary>
    internal void UseAdoptionMemory() => Database.SetMemory(AdoptionMemoryInBytes);

    /// <summary>Gives the engine the memory that the definition allows for models.</summary>
    internal void UseModelMemory() => Database.SetMemory(Definition.ModelMemoryInBytes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }

        if (_lease is not null)
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }

        _sourceGate.Dispose();
    }

    private DuckDbDatabase OpenDatabase()
    {
        var spill = SpillFolder.Prepare(_options.IngotFolder);
        var database = DuckDbDatabase.Open(Definition.ModelMemoryInBytes, spill);
        using var connection = database.OpenConnection();
        if (SparkMacros.Sql.Length > 0)
        {
            connection.Execute(SparkMacros.Sql);
        }

        return database;
    }

    private sealed class Notices(IRunObserver? observer) : IProgress<PrivateServerNotice>
    {
        public void Report(PrivateServerNotice value) => observer?.Noted(value.Message);
    }
}
