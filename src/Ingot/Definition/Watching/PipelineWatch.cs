using Ingot.Definition.Checking;
using Ingot.Runs;

namespace Ingot.Definition.Watching;

/// <summary>
/// Checks a pipeline again at each save of its files. It keeps what it parsed and analysed, and does again only what changed and what depends on it. The lake's
/// tables are looked at each time; the source is asked once, and again when <c>ingot.yaml</c> changes. Not thread-safe.
/// </summary>
public sealed class PipelineWatch : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _environment;
    private readonly DefinitionOptions _options;
    private readonly SessionOptions _sessionOptions;
    private readonly DefinitionChanges _changes;
    private readonly DefinitionMemory _definitions = new();
    private readonly CheckMemory _models = new();
    private LakeMemory _lake = new();
    private PipelineSession? _session;
    private long? _noticed;

    /// <summary>Makes a watch; what is saved from now on is noticed.</summary>
    /// <param name="folder">The pipeline's folder.</param>
    /// <param name="environmentName">The environment, or null for the first.</param>
    /// <param name="options">What the command line and the process add to the definition.</param>
    /// <param name="session">What a session needs; nobody is asked for a password.</param>
    public PipelineWatch(string folder, string? environmentName, DefinitionOptions options, SessionOptions session)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(session);
        _folder = Path.GetFullPath(folder, Path.GetFullPath(options.CurrentFolder));
        _environment = environmentName;
        _options = options;
        _sessionOptions = session with { PasswordPrompt = null };
        _changes = new DefinitionChanges(_folder, session.Time);
    }

    /// <summary>Checks the pipeline as it is now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found.</returns>
    public async Task<WatchedCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var started = _noticed ?? _sessionOptions.Time.GetTimestamp();
        _noticed = null;
        var loaded = DefinitionLoader.Load(_folder, _environment, _options, _definitions);
        var before = _models.Checked;
        var result = loaded.Partial is null
            ? new CheckResult(loaded.Errors, [], new Dictionary<TableName, CheckedModel>())
            : await CheckAsync(loaded, loaded.Partial, cancellationToken).ConfigureAwait(false);
        return new WatchedCheck(loaded.Partial, result, _models.Checked - before, _sessionOptions.Time.GetElapsedTime(started));
    }

    /// <summary>Waits until a file of the definition is saved.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the save has settled.</returns>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // What the last check left is collected while nobody waits, so that the next one seldom stops for it.
        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        _noticed = await _changes.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _changes.Dispose();
        if (_session is not null)
        {
            await _session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<CheckResult> CheckAsync(DefinitionResult loaded, PipelineDefinition definition, CancellationToken cancellationToken)
    {
        // They are the same list for as long as ingot.yaml has the same bytes.
        if (_session is null || !ReferenceEquals(definition.Tables, _session.Definition.Tables))
        {
            if (_session is not null)
            {
                await _session.DisposeAsync().ConfigureAwait(false);
            }

            _lake = new LakeMemory();
            _session = new PipelineSession(definition, _sessionOptions);
        }

        try
        {
            return await LakeCheck.RunAsync(loaded, _session, _lake, _models, cancellationToken).ConfigureAwait(false);
        }
        catch (PipelineException exception)
        {
            var unknown = new BronzeSchemas(new Dictionary<TableName, TableSchema>(), [], $"the lake cannot be read: {exception.Message.TrimEnd('.')}");
            return PipelineChecker.Check(loaded, unknown, _models);
        }
    }
}
